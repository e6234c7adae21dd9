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
    private readonly LutDescriptor _description;

    private LookupTable(ushort[] values, LutDescriptor description, ValueRange inputs, string? warning)
    {
        Values = values;
        _description = description;
        First = FirstInput(description, inputs);
        int declaredBits = description.Bits;
        int largest = values.Max(), declared = declaredBits == 0 ? 8 : Math.Min(16, declaredBits);

        // Some descriptors tell fewer bits than the entries have: the size of an entry follows from the data (PS3.3 section C.7.6.3.1.5).
        IsWide = largest > (1 << declared) - 1;
        Bits = declared <= 8 && largest <= byte.MaxValue ? 8 : 16;
        Largest = Math.Max((1 << declared) - 1, largest);
        Warning = warning ?? (IsWide ? FormattableString.Invariant($"The descriptor of a lookup table says {declaredBits} bits, but its entries have more.") : null);
    }

    private LookupTable(LookupTable other, ValueRange inputs)
    {
        Values = other.Values;
        _description = other._description;
        First = FirstInput(_description, inputs);
        IsWide = other.IsWide;
        Bits = other.Bits;
        Largest = other.Largest;
        Warning = other.Warning;
    }

    /// <summary>The entries.</summary>
    public ushort[] Values { get; }

    /// <summary>The stored value that the first entry stands for.</summary>
    public int First { get; }

    /// <summary>Bits that an entry takes: 8 or 16.</summary>
    public int Bits { get; }

    /// <summary>The largest entry that there can be: it stands for white.</summary>
    public int Largest { get; }

    /// <summary>Whether entries have more bits than the descriptor says.</summary>
    public bool IsWide { get; }

    /// <summary>What is wrong with it; null if nothing.</summary>
    public string? Warning { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="dataset">The data set or item that has it.</param>
    /// <param name="descriptor">The descriptor's tag.</param>
    /// <param name="data">The tag of the entries.</param>
    /// <param name="segments">The tag of the entries in segments; null if there can be none.</param>
    /// <param name="inputs">The values that it may be asked for.</param>
    /// <returns>Null if there is none.</returns>
    public static LookupTable? Read(DicomDataset dataset, DicomTag descriptor, DicomTag data, DicomTag? segments, ValueRange inputs)
    {
        if (LutDescriptor.Read(dataset[descriptor]) is not { } description) return null;
        int count = description.Count;
        bool areBytes = description.Bits <= 8;
        int there = 0;
        ushort[]? values = dataset[data] is { ByteLength: > 0 } entries ? ReadEntries(entries, count, areBytes, out there)
            : segments is { } tag && dataset[tag] is { ByteLength: > 0 } segmented ? ReadSegments(segmented, count, areBytes, out there)
            : null;
        if (values is null) return null;
        string? warning = there >= count ? null : FormattableString.Invariant($"A lookup table has {there} of the {count} entries that its descriptor says; the last one goes on.");
        return new LookupTable(values, description, inputs, warning);
    }

    /// <summary>Whether there is a table that is not in segments.</summary>
    public static bool IsThere(DicomDataset dataset, DicomTag descriptor, DicomTag data) =>
        LutDescriptor.Read(dataset[descriptor]) is not null && dataset[data] is { ByteLength: > 0 };

    /// <summary>The same table for other values that it may be asked for.</summary>
    public LookupTable For(ValueRange inputs) => FirstInput(_description, inputs) == First ? this : new LookupTable(this, inputs);

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

    /// <summary>
    /// The first value that is mapped has the sign of the inputs (PS3.3 section C.11.1.1), or of its value representation. Writers get both
    /// wrong: where the table would begin above all inputs, or end below them, the sign is the other one.
    /// </summary>
    private static int FirstInput(LutDescriptor description, ValueRange inputs)
    {
        bool IsUsed(int first) => first <= inputs.Maximum && first + description.Count > inputs.Minimum;
        (int signed, int unsigned) = (description.SignedFirst, description.UnsignedFirst);
        return description.IsSigned || inputs.Minimum < 0
            ? IsUsed(signed) || !IsUsed(unsigned) ? signed : unsigned
            : IsUsed(unsigned) || !IsUsed(signed) ? unsigned : signed;
    }

    /// <summary>Entries are words, or where there are just enough bytes for that, bytes; words that are missing are more likely than bytes too many.</summary>
    private static ushort[] ReadEntries(DicomElement element, int count, bool areSaidBytes, out int there)
    {
        bool areBytes = element.ByteLength >= count && element.ByteLength < 2L * count && (areSaidBytes || element.ByteLength <= count + (count & 1));
        ushort[] words = ReadWords(element, areBytes);
        there = Math.Min(words.Length, count);
        Array.Resize(ref words, count);
        for (int i = Math.Max(1, there); i < count; i++) words[i] = words[i - 1];
        return words;
    }

    /// <summary>Segments have the size that gives just as many entries as there should be; if neither does, the one that is said.</summary>
    private static ushort[] ReadSegments(DicomElement element, int count, bool areBytes, out int there)
    {
        ushort[] values = SegmentedTable.Expand(ReadWords(element, areBytes), count, out there);
        if (there == count) return values;
        ushort[] others = SegmentedTable.Expand(ReadWords(element, !areBytes), count, out int otherThere);
        if (otherThere != count) return values;
        there = otherThere;
        return others;
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
