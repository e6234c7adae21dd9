using System;
using System.Buffers.Binary;
using System.Linq;
using System.Runtime.CompilerServices;
using PSDicom.Data;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

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

        // Some descriptors declare fewer bits than the entries have. The size of an entry follows from the data (PS3.3 section
        // C.7.6.3.1.5).
        IsWide = largest > (1 << declared) - 1;
        Bits = declared <= 8 && largest <= byte.MaxValue ? 8 : 16;
        Largest = Math.Max((1 << declared) - 1, largest);
        Warning = warning ?? (IsWide ? FormattableString.Invariant($"The descriptor of a lookup table declares {declaredBits} bits, but its entries have more.") : null);
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

    /// <summary>The stored value of the first entry.</summary>
    public int First { get; }

    /// <summary>Bits of an entry: 8 or 16.</summary>
    public int Bits { get; }

    /// <summary>The largest possible entry, which is white.</summary>
    public int Largest { get; }

    /// <summary>Whether entries have more bits than the descriptor declares.</summary>
    public bool IsWide { get; }

    /// <summary>A problem of the table; null if there is none.</summary>
    public string? Warning { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="dataset">The data set or item.</param>
    /// <param name="descriptor">The descriptor's tag.</param>
    /// <param name="data">The tag of the entries.</param>
    /// <param name="segments">The tag of the segmented entries; null if these are not allowed.</param>
    /// <param name="inputs">The range of the input values.</param>
    /// <returns>The table; null if there is none.</returns>
    public static LookupTable? Read(DicomDataset dataset, DicomTag descriptor, DicomTag data, DicomTag? segments, ValueRange inputs)
    {
        if (LutDescriptor.Read(dataset[descriptor]) is not { } description) return null;
        int count = description.Count;
        bool areBytes = description.Bits <= 8;
        int present = 0;
        ushort[]? values = dataset[data] is { ByteLength: > 0 } entries ? ReadEntries(entries, count, areBytes, out present)
            : segments is { } tag && dataset[tag] is { ByteLength: > 0 } segmented ? ReadSegments(segmented, count, areBytes, out present)
            : null;
        if (values is null) return null;
        string? warning = present >= count ? null : FormattableString.Invariant($"A lookup table has {present} of the {count} entries that its descriptor declares; the last one was repeated.");
        return new LookupTable(values, description, inputs, warning);
    }

    /// <summary>Whether there is a table, other than a segmented one.</summary>
    public static bool Exists(DicomDataset dataset, DicomTag descriptor, DicomTag data) =>
        LutDescriptor.Read(dataset[descriptor]) is not null && dataset[data] is { ByteLength: > 0 };

    /// <summary>The same table for another range of input values.</summary>
    public LookupTable For(ValueRange inputs) => FirstInput(_description, inputs) == First ? this : new LookupTable(this, inputs);

    /// <summary>The entry of a stored value. Values below or above the table have the first or last entry.</summary>
    public ushort this[int storedValue] => Values[Math.Max(0, Math.Min(Values.Length - 1, storedValue - First))];

    /// <summary>Replaces each value by the entry of the nearest integer. NaN stays NaN.</summary>
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
    /// The first mapped value is signed if the inputs are (PS3.3 section C.11.1.1), or if its value representation is. Files get both
    /// wrong: if no input would fall into the table, the other interpretation is used.
    /// </summary>
    private static int FirstInput(LutDescriptor description, ValueRange inputs)
    {
        bool IsUsed(int first) => first <= inputs.Maximum && first + description.Count > inputs.Minimum;
        (int signed, int unsigned) = (description.SignedFirst, description.UnsignedFirst);
        return description.IsSigned || inputs.Minimum < 0
            ? IsUsed(signed) || !IsUsed(unsigned) ? signed : unsigned
            : IsUsed(unsigned) || !IsUsed(signed) ? unsigned : signed;
    }

    /// <summary>
    /// Reads entries: bytes if the length is exactly that of bytes, else words. Truncated words are more likely than surplus bytes.
    /// </summary>
    private static ushort[] ReadEntries(DicomElement element, int count, bool declaresBytes, out int present)
    {
        bool areBytes = element.ByteLength >= count && element.ByteLength < 2L * count && (declaresBytes || element.ByteLength <= count + (count & 1));
        ushort[] words = ReadWords(element, areBytes);
        present = Math.Min(words.Length, count);
        Array.Resize(ref words, count);
        for (int i = Math.Max(1, present); i < count; i++) words[i] = words[i - 1];
        return words;
    }

    /// <summary>Reads segments as bytes or words, whichever gives the declared number of entries; otherwise as declared.</summary>
    private static ushort[] ReadSegments(DicomElement element, int count, bool areBytes, out int present)
    {
        ushort[] values = SegmentedTable.Expand(ReadWords(element, areBytes), count, out present);
        if (present == count) return values;
        ushort[] others = SegmentedTable.Expand(ReadWords(element, !areBytes), count, out int otherPresent);
        if (otherPresent != count) return values;
        present = otherPresent;
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
