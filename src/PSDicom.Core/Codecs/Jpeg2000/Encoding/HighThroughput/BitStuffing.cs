using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.HighThroughput;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>Adds the bit stuffing to bits of <see cref="BitAppender"/>.</summary>
internal static unsafe class BitStuffing
{
    /// <summary>Stuffs forward bits: a byte after 0xFF has 7 bits (T.814 7.1.2). The last byte is filled with ones.</summary>
    /// <param name="bits">The bits. Seven more bytes can be read.</param>
    /// <param name="count">The number of bits.</param>
    /// <param name="target">The memory of the bytes.</param>
    /// <returns>The end of the bytes, the last of which is not 0xFF: ones follow the end.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static byte* Forward(byte* bits, long count, byte* target)
    {
        long position = 0;
        byte* start = target;
        bool isStuffed = false;
        while (position < count)
        {
            ulong window = *(ulong*)(bits + (position >> 3)) >> (int)(position & 7);
            uint four = (uint)window;
            if (!isStuffed && count - position >= 32 && !ForwardBits.HasAllOnes(four))
            {
                *(uint*)target = four;
                target += 4;
                position += 32;
                continue;
            }

            int size = isStuffed ? 7 : 8;
            uint value = four & ((1u << size) - 1);
            // Beyond the last bit are ones.
            if (count - position < size) value |= ((1u << size) - 1) & (uint.MaxValue << (int)(count - position));
            *target++ = (byte)value;
            isStuffed = value == 0xFF;
            position += size;
        }

        return target > start && target[-1] == 0xFF ? target - 1 : target;
    }

    /// <summary>
    /// Stuffs backward bits: a byte whose low 7 bits are ones has 7 bits if the previous byte is above 0x8F, as the first one is taken to be
    /// (T.814 7.1.4).
    /// </summary>
    /// <param name="bits">The bits. Seven more bytes can be read.</param>
    /// <param name="count">The number of bits.</param>
    /// <param name="end">The memory after the first byte, which is the last one.</param>
    /// <param name="pending">The bits that do not fill a byte.</param>
    /// <param name="pendingMask">The places of these bits.</param>
    /// <returns>The first byte of the memory.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static byte* Backward(byte* bits, int count, byte* end, out uint pending, out uint pendingMask)
    {
        int position = 0;
        bool mayBeStuffed = true;
        while (true)
        {
            ulong window = *(ulong*)(bits + (position >> 3)) >> (position & 7);
            uint four = (uint)window;
            int left = count - position;
            if (left >= 32 && !BackwardBits.IsAnyStuffed(four))
            {
                end -= 4;
                *(uint*)end = BinaryPrimitives.ReverseEndianness(four);
                position += 32;
                mayBeStuffed = four >> 24 > 0x8F;
                continue;
            }

            int size = mayBeStuffed && (four & 0x7F) == 0x7F ? 7 : 8;
            if (left < size)
            {
                pendingMask = (1u << left) - 1;
                pending = four & pendingMask;
                return end;
            }

            uint value = four & ((1u << size) - 1);
            *--end = (byte)value;
            mayBeStuffed = value > 0x8F;
            position += size;
        }
    }
}
