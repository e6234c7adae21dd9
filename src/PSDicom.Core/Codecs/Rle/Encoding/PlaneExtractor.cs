using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Rle.Encoding;

/// <summary>Extracts a plane of bytes from pixels.</summary>
internal static unsafe class PlaneExtractor
{
    /// <summary>Copies every <paramref name="step"/>th byte.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Extract(byte* source, int step, byte* target, int count)
    {
        if (step == 1)
        {
            new ReadOnlySpan<byte>(source, count).CopyTo(new Span<byte>(target, count));
            return;
        }

        int i = step == 2 ? ExtractPairs(source, target, count) : 0;
        for (; i < count; i++) target[i] = source[(long)i * step];
    }

    /// <summary>Copies every second byte, eight at a time, but not the last ones.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int ExtractPairs(byte* source, byte* target, int count)
    {
        int i = 0;
        for (; i <= count - 16; i += 8)
        {
            ulong low = Squeeze(*(ulong*)(source + (2L * i))), high = Squeeze(*(ulong*)(source + (2L * i) + 8));
            *(ulong*)(target + i) = low | (high << 32);
        }

        return i;
    }

    /// <summary>The even bytes of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Squeeze(ulong word)
    {
        word &= 0x00FF_00FF_00FF_00FF;
        word = (word | (word >> 8)) & 0x0000_FFFF_0000_FFFF;
        return (word | (word >> 16)) & 0xFFFF_FFFF;
    }
}
