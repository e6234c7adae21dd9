using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PSDicom.Pixels;

namespace PSDicom.Frames.Transcoding;

/// <summary>Examines the bits of samples above those that are stored.</summary>
internal static class StoredRange
{
    /// <summary>Whether all samples, taken as numbers, fit a number of bits.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static bool Fits(Array samples, int bits)
    {
        Span<byte> bytes = SampleArray.AsBytes(samples);
        bool isSigned = SampleArray.IsSigned(samples);
        switch (SampleArray.SizeOf(SampleArray.TypeOf(samples)))
        {
            case 1:
                foreach (byte sample in bytes) if (!Fits(isSigned ? (sbyte)sample : sample, bits, isSigned)) return false;
                return true;
            case 2:
                foreach (ushort sample in MemoryMarshal.Cast<byte, ushort>(bytes)) if (!Fits(isSigned ? (short)sample : sample, bits, isSigned)) return false;
                return true;
            case 4:
                foreach (uint sample in MemoryMarshal.Cast<byte, uint>(bytes)) if (!Fits(isSigned ? (int)sample : sample, bits, isSigned)) return false;
                return true;
            default:
                return true;
        }
    }

    /// <summary>Whether the lowest bits of all samples are the same.</summary>
    /// <param name="first">The samples.</param>
    /// <param name="second">Other samples, of the same number.</param>
    /// <param name="bytesPerSample">The bytes of a sample: 1, 2, 4 or 8.</param>
    /// <param name="bits">The number of bits that count.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static bool AreSame(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int bytesPerSample, int bits)
    {
        if (first.Length != second.Length) return false;
        if (bits == bytesPerSample * 8) return first.SequenceEqual(second);
        ulong mask = (1UL << bits) - 1;
        for (int size = bytesPerSample; size < sizeof(ulong); size *= 2) mask |= mask << (size * 8);
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(first), others = MemoryMarshal.Cast<byte, ulong>(second);
        for (int i = 0; i < words.Length; i++)
        {
            if (((words[i] ^ others[i]) & mask) != 0) return false;
        }

        for (int i = words.Length * sizeof(ulong); i < first.Length; i++)
        {
            if ((((uint)first[i] ^ second[i]) & (byte)(mask >> (i % bytesPerSample * 8))) != 0) return false;
        }

        return true;
    }

    private static bool Fits(long value, int bits, bool isSigned) => isSigned ? value >= -(1L << (bits - 1)) && value < 1L << (bits - 1) : value >> bits == 0;
}
