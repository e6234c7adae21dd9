using System;
using System.IO;
using System.Text;

namespace PSDicom.Dictionary;

/// <summary>
/// One of the embedded tables: tab-separated UTF-8 rows below a header line. Strings are made on demand, because loading thousands of unused
/// strings would cost more than reading a file. Loading uses plain loops over bytes: it runs once, before the just-in-time compiler optimizes
/// anything.
/// </summary>
internal sealed class DataTable
{
    private readonly int[] _rowStarts;

    private DataTable(byte[] bytes)
    {
        Bytes = bytes;
        _rowStarts = FindRows(bytes);
    }

    /// <summary>The whole table.</summary>
    public byte[] Bytes { get; }

    /// <summary>Rows below the header.</summary>
    public int RowCount => _rowStarts.Length;

    /// <summary>Reads an embedded table.</summary>
    /// <param name="name">The file name.</param>
    public static DataTable Load(string name)
    {
        using Stream resource = typeof(DataTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var bytes = new MemoryStream((int)resource.Length);
        resource.CopyTo(bytes);
        return new DataTable(bytes.GetBuffer());
    }

    /// <summary>The position of a row's first column.</summary>
    public int RowStart(int row) => _rowStarts[row];

    /// <summary>The position of a field.</summary>
    public int FieldStart(int row, int column)
    {
        int start = _rowStarts[row];
        for (; column > 0; column--) start = Array.IndexOf(Bytes, (byte)'\t', start) + 1;
        return start;
    }

    /// <summary>The text of a field.</summary>
    public string Field(int row, int column)
    {
        int start = FieldStart(row, column);
        return Encoding.UTF8.GetString(Bytes, start, FieldLength(start));
    }

    /// <summary>Whether a field is set.</summary>
    public bool Flag(int row, int column) => Bytes[FieldStart(row, column)] == (byte)'Y';

    /// <summary>The length of the field that starts at a position.</summary>
    public int FieldLength(int start)
    {
        int end = start;
        while (!IsFieldEnd(end)) end++;
        return end - start;
    }

    /// <summary>Whether a field ends at a position.</summary>
    public bool IsFieldEnd(int position) => Bytes[position] is (byte)'\t' or (byte)'\n';

    /// <summary>Reads a tag of eight digits, of which some may be <c>x</c>.</summary>
    /// <param name="start">The position of the field.</param>
    /// <param name="mask">The bits of the digits that are not <c>x</c>.</param>
    /// <returns>The tag, with zero for each <c>x</c>.</returns>
    public uint TagPattern(int start, out uint mask)
    {
        byte[] bytes = Bytes;
        uint value = 0;
        uint given = 0;
        for (int i = start; i < start + 8; i++)
        {
            int digit = bytes[i];
            value <<= 4;
            given <<= 4;
            if (digit == 'x') continue;
            value |= (uint)(digit <= '9' ? digit - '0' : digit - 'A' + 10);
            given |= 0xF;
        }

        mask = given;
        return value;
    }

    private static int[] FindRows(byte[] bytes)
    {
        var starts = new int[bytes.Length / 16];
        int count = 0;
        for (int start = AfterLine(bytes, 0); start < bytes.Length; start = AfterLine(bytes, start))
        {
            if (count == starts.Length) Array.Resize(ref starts, count * 2);
            starts[count++] = start;
        }

        Array.Resize(ref starts, count);
        return starts;
    }

    private static int AfterLine(byte[] bytes, int start) => Array.IndexOf(bytes, (byte)'\n', start) + 1;
}
