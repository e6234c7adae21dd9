using System.Collections.Generic;
using System.IO;
using System.Text;

namespace PSDicom.Pictures.Tiff;

/// <summary>An image file directory (TIFF 6.0 section 2), with 32-bit offsets, or 64-bit offsets in BigTIFF.</summary>
internal sealed class TiffDirectory(bool isBig)
{
    private readonly SortedDictionary<TiffTag, Field> _fields = [];

    /// <summary>Adds a field of numbers; a rational number is a numerator and a denominator.</summary>
    public void Add(TiffTag tag, TiffType type, params long[] values)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (long value in values)
        {
            if (type == TiffType.Short) writer.Write((ushort)value);
            else if (type == TiffType.Long8) writer.Write(value);
            else writer.Write((uint)value);
        }

        _fields.Add(tag, new Field(type, type == TiffType.Rational ? values.Length / 2 : values.Length, bytes.ToArray()));
    }

    /// <summary>Adds a field of text.</summary>
    public void Add(TiffTag tag, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + '\0');
        _fields.Add(tag, new Field(TiffType.Ascii, bytes.Length, bytes));
    }

    /// <summary>Writes the directory at the position of the stream, which is even.</summary>
    /// <returns>The position of the offset of the next directory, which is written as 0.</returns>
    public long Write(Stream stream)
    {
        int offsetSize = isBig ? 8 : 4;
        long next = stream.Position + (isBig ? 8 + 20 * _fields.Count : 2 + 12 * _fields.Count);
        long elsewhere = next + offsetSize;
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        if (isBig) writer.Write((long)_fields.Count);
        else writer.Write((ushort)_fields.Count);
        foreach (KeyValuePair<TiffTag, Field> entry in _fields)
        {
            writer.Write((ushort)entry.Key);
            writer.Write((ushort)entry.Value.Type);
            WriteOffset(writer, entry.Value.Count);
            byte[] value = entry.Value.Bytes;
            if (value.Length <= offsetSize)
            {
                writer.Write(value);
                for (int i = value.Length; i < offsetSize; i++) writer.Write((byte)0);
            }
            else
            {
                WriteOffset(writer, elsewhere);
                elsewhere += Even(value.Length);
            }
        }

        WriteOffset(writer, 0);
        foreach (Field field in _fields.Values)
        {
            if (field.Bytes.Length <= offsetSize) continue;
            writer.Write(field.Bytes);
            if (Even(field.Bytes.Length) > field.Bytes.Length) writer.Write((byte)0);
        }

        return next;
    }

    private void WriteOffset(BinaryWriter writer, long offset)
    {
        if (isBig) writer.Write(offset);
        else writer.Write(checked((uint)offset));
    }

    private static int Even(int length) => length + (length & 1);

    private sealed record Field(TiffType Type, int Count, byte[] Bytes);
}
