using System;
using System.Buffers.Binary;
using System.Linq;
using System.Runtime.CompilerServices;
using PSDicom.Data;
using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>A lookup table of a data set: descriptor and data (PS3.3 sections C.11.1.1 and C.7.6.3.1.5).</summary>
internal sealed class LookupTable
{
    private LookupTable(ushort[] values, int first, int entryBits)
    {
        Values = values;
        First = first;
        Bits = entryBits <= 8 ? 8 : 16;

        // Some descriptors tell fewer bits than the entries have.
        Largest = Math.Max((1 << Math.Max(1, Math.Min(16, entryBits))) - 1, values.Max());
    }

    /// <summary>The entries.</summary>
    public ushort[] Values { get; }

    /// <summary>The stored value that the first entry stands for.</summary>
    public int First { get; }

    /// <summary>Bits that an entry takes: 8 or 16.</summary>
    public int Bits { get; }

    /// <summary>The largest entry that there can be: it stands for white.</summary>
    public int Largest { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="dataset">The data set or item that has it.</param>
    /// <param name="descriptor">The descriptor's tag.</param>
    /// <param name="data">The tag of the entries.</param>
    /// <param name="segments">The tag of the entries in segments; null if there can be none.</param>
    /// <param name="isSigned">Whether stored values are signed.</param>
    /// <returns>Null if there is none.</returns>
    public static LookupTable? Read(DicomDataset dataset, DicomTag descriptor, DicomTag data, DicomTag? segments, bool isSigned)
    {
        if (LutDescriptor.Read(dataset[descriptor], isSigned) is not { } description) return null;
        ushort[]? values = dataset[data] is { ByteLength: > 0 } entries ? ReadEntries(entries, description.Count)
            : segments is { } tag && dataset[tag] is { ByteLength: > 0 } segmented
                ? SegmentedTable.Expand(ReadWords(segmented, description.Bits <= 8), description.Count)
            : null;
        return values is null ? null : new LookupTable(values, description.First, description.Bits);
    }

    /// <summary>The entry of a stored value; those below or above the table have its first or last one.</summary>
    public ushort this[int storedValue] => Values[Math.Max(0, Math.Min(Values.Length - 1, storedValue - First))];

    /// <summary>Turns each value into its entry, or that of the nearest whole number. What is not a number stays so.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Apply(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double index = Math.Max(0, Math.Min(Values.Length - 1, Math.Floor(values[i] + 0.5) - First));
            values[i] = double.IsNaN(index) ? index : Values[(int)index];
        }
    }

    /// <summary>Entries are words, or where there are not enough bytes for that, bytes.</summary>
    private static ushort[] ReadEntries(DicomElement element, int count)
    {
        ushort[] words = ReadWords(element, element.ByteLength < 2L * count && element.ByteLength >= count);
        int there = Math.Min(words.Length, count);
        Array.Resize(ref words, count);
        for (int i = Math.Max(1, there); i < count; i++) words[i] = words[i - 1];
        return words;
    }

    private static ushort[] ReadWords(DicomElement element, bool areBytes)
    {
        byte[] bytes = element.ReadBytes();
        if (element.IsBigEndian && element.VR != DicomVR.OB) ByteOrder.Swap(bytes, sizeof(ushort));
        var words = new ushort[areBytes ? bytes.Length : bytes.Length / sizeof(ushort)];
        for (int i = 0; i < words.Length; i++)
            words[i] = areBytes ? bytes[i] : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)));
        return words;
    }
}
