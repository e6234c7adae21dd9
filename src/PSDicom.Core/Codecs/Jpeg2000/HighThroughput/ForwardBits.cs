using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Removes the bit stuffing of forward bits, lowest first: a byte after 0xFF has 7 bits (T.814 7.1.2).</summary>
internal static unsafe class ForwardBits
{
    /// <summary>The number of bytes after the last one that are filled, and can be read but are not used.</summary>
    public const int Padding = 64;

    /// <returns>The number of bits.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int Unstuff(byte* source, int length, byte* target, byte fill)
    {
        byte* start = target;
        ulong bits = 0;
        int count = 0, i = 0;
        bool isStuffed = false;
        while (i < length)
        {
            uint four;
            if (!isStuffed && length - i >= 4 && !HasAllOnes(four = *(uint*)(source + i)))
            {
                bits |= (ulong)four << count;
                count += 32;
                i += 4;
            }
            else
            {
                uint value = source[i++];
                bits |= (ulong)(isStuffed ? value & 0x7F : value) << count;
                count += isStuffed ? 7 : 8;
                isStuffed = value == 0xFF;
            }

            if (count < 32) continue;
            *(uint*)target = (uint)bits;
            target += 4;
            bits >>= 32;
            count -= 32;
        }

        *(ulong*)target = bits | ((fill == 0 ? 0 : ulong.MaxValue) << count);
        new Span<byte>(target + 8, Padding - 8).Fill(fill);
        return (int)(8 * (target - start)) + count;
    }

    /// <summary>Whether one of four bytes is 0xFF.</summary>
    public static bool HasAllOnes(uint four) => ((~four - 0x0101_0101) & four & 0x8080_8080) != 0;
}
