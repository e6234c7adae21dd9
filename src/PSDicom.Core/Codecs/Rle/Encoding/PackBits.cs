using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Rle.Encoding;

/// <summary>The packets of a row of bytes (PS3.5 G.3.1): a count and as many literal bytes, or a count and a byte to repeat.</summary>
internal static unsafe class PackBits
{
    /// <summary>The most bytes of a packet, literal or repeated.</summary>
    private const int MaxPacket = 128;

    /// <summary>Bytes of a copy step, which can write as many beyond its end.</summary>
    private const int Step = 16;

    /// <summary>The room that packing needs: a byte for each literal packet, and that of a copy.</summary>
    public static int MaxLength(int count) => count + (count / MaxPacket) + 2 + Step;

    /// <summary>Writes the packets.</summary>
    /// <param name="source">The bytes; as many as a step more can be read.</param>
    /// <param name="count">The number of bytes.</param>
    /// <param name="target">The room of <see cref="MaxLength"/>.</param>
    /// <returns>The end of the packets.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static byte* Pack(byte* source, int count, byte* target)
    {
        byte* end = source + count;
        while (source < end)
        {
            long run = RunLength(source, end);
            byte value = *source;
            // At the start of a packet a pair costs the same repeated as literal; within one, a run has to be of three.
            while (run >= 2)
            {
                int length = (int)Math.Min(run, MaxPacket);
                *target++ = (byte)(1 - length);
                *target++ = value;
                source += length;
                run -= length;
            }

            if (run == 0) continue;
            byte* next = FindRun(source, end);
            while (source < next)
            {
                int length = (int)Math.Min(next - source, MaxPacket);
                *target++ = (byte)(length - 1);
                Copy(source, target, length);
                source += length;
                target += length;
            }
        }

        return target;
    }

    /// <summary>The number of bytes that equal the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long RunLength(byte* source, byte* end)
    {
        ulong same = *source * 0x0101_0101_0101_0101UL;
        byte* p = source;
        for (; p < end; p += sizeof(ulong))
        {
            ulong difference = *(ulong*)p ^ same;
            if (difference == 0) continue;
            p += Bits.TrailingZeros(difference) >> 3;
            break;
        }

        return Math.Min(p - source, end - source);
    }

    /// <summary>The first byte that the next two equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* FindRun(byte* source, byte* end)
    {
        for (byte* p = source; p < end - 2; p += sizeof(ulong))
        {
            ulong first = *(ulong*)p;
            ulong differences = (first ^ *(ulong*)(p + 1)) | (first ^ *(ulong*)(p + 2));
            // The highest bit of the lowest byte that is 0.
            ulong zeros = (differences - 0x0101_0101_0101_0101UL) & ~differences & 0x8080_8080_8080_8080UL;
            if (zeros == 0) continue;
            p += Bits.TrailingZeros(zeros) >> 3;
            return p < end - 2 ? p : end;
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(byte* source, byte* target, int length)
    {
        for (int i = 0; i < length; i += Step)
        {
            ulong low = *(ulong*)(source + i), high = *(ulong*)(source + i + 8);
            *(ulong*)(target + i) = low;
            *(ulong*)(target + i + 8) = high;
        }
    }
}
