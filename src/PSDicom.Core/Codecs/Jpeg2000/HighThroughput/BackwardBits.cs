using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>
/// Removes the bit stuffing of backward bits, lowest first: a byte whose low 7 bits are ones has 7 bits if the previous byte is above 0x8F
/// (T.814 7.1.4 and 7.1.5).
/// </summary>
internal static unsafe class BackwardBits
{
    /// <summary>Removes the bit stuffing of a segment, from its last byte on.</summary>
    /// <returns>The end of the bits; zeros follow.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static byte* Unstuff(byte* first, byte* end, byte* target) => Unstuff(first, end - 1, 0, 0, true, target);

    /// <summary>Removes the bit stuffing of a cleanup segment, whose last 12 bits are the length of its suffix.</summary>
    /// <returns>The end of the bits; zeros follow.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static byte* UnstuffCleanup(byte* first, byte* end, byte* target)
    {
        int bits = end[-2] >> 4;
        return Unstuff(first, end - 3, (ulong)bits, (bits & 7) == 7 ? 3 : 4, (end[-2] | 0x0F) > 0x8F, target);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static byte* Unstuff(byte* first, byte* next, ulong bits, int count, bool mayBeStuffed, byte* target)
    {
        while (next >= first)
        {
            uint four;
            if (next - first >= 3 && !IsAnyStuffed(four = BinaryPrimitives.ReverseEndianness(*(uint*)(next - 3))))
            {
                bits |= (ulong)four << count;
                count += 32;
                next -= 4;
                mayBeStuffed = four >> 24 > 0x8F;
            }
            else
            {
                uint value = *next--;
                bool isStuffed = mayBeStuffed && (value & 0x7F) == 0x7F;
                bits |= (ulong)(isStuffed ? 0x7F : value) << count;
                count += isStuffed ? 7 : 8;
                mayBeStuffed = value > 0x8F;
            }

            if (count < 32) continue;
            *(uint*)target = (uint)bits;
            target += 4;
            bits >>= 32;
            count -= 32;
        }

        *(ulong*)target = bits;
        new Span<byte>(target + 8, ForwardBits.Padding - 8).Clear();
        return target + 8;
    }

    /// <summary>Whether one of four bytes can be stuffed: its low 7 bits are ones.</summary>
    public static bool IsAnyStuffed(uint four) => (((four & 0x7F7F_7F7F) + 0x0101_0101) & 0x8080_8080) != 0;
}
