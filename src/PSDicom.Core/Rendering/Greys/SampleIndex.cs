using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>
/// The index of stored values of at most 16 bits into a table: their low bits. Negative values follow the positive ones, and no index is
/// out of range.
/// </summary>
internal readonly record struct SampleIndex(int Bits, bool IsSigned)
{
    /// <summary>The index of a frame's samples; null if they have more bits, or are real numbers.</summary>
    public static SampleIndex? Of(DicomFrame frame)
    {
        Array samples = frame.GetPixels();
        SampleType type = SampleArray.TypeOf(samples);
        int size = 8 * SampleArray.SizeOf(type);
        return size > 16 ? null : new SampleIndex(Math.Max(1, Math.Min(size, frame.BitsStored)), type is SampleType.Int8 or SampleType.Int16);
    }

    /// <summary>The number of indices.</summary>
    public int Count => 1 << Bits;

    /// <summary>The stored value of each index.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public double[] ToValues()
    {
        var values = new double[Count];
        int negative = IsSigned ? Count / 2 : Count;
        for (int i = 0; i < values.Length; i++) values[i] = i < negative ? i : i - Count;
        return values;
    }

    /// <summary>Counts each stored value.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public int[] CountValues(Array samples)
    {
        var counts = new int[Count];
        int mask = Count - 1;
        Span<byte> bytes = SampleArray.AsBytes(samples);
        if (bytes.Length == samples.Length)
        {
            foreach (byte sample in bytes) counts[sample & mask]++;
        }
        else
        {
            foreach (ushort sample in MemoryMarshal.Cast<byte, ushort>(bytes)) counts[sample & mask]++;
        }

        return counts;
    }

    /// <summary>Looks up the entry of each sample.</summary>
    public Array Find(Array samples, Array table) => table is byte[] bytes ? Find(samples, bytes) : Find(samples, (ushort[])table);

    [MethodImpl(Compiled.AtOnce)]
    private T[] Find<T>(Array samples, T[] table)
    {
        T[] found = SampleArray.Create<T>(samples.Length);
        int mask = Count - 1;
        Span<byte> bytes = SampleArray.AsBytes(samples);
        if (bytes.Length == samples.Length)
        {
            for (int i = 0; i < found.Length; i++) found[i] = table[bytes[i] & mask];
        }
        else
        {
            Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
            for (int i = 0; i < found.Length; i++) found[i] = table[words[i] & mask];
        }

        return found;
    }
}
