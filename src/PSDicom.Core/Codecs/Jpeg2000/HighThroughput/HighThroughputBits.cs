using System;
using System.Buffers.Binary;
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
    private static bool HasAllOnes(uint four) => ((~four - 0x0101_0101) & four & 0x8080_8080) != 0;
}

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
    private static bool IsAnyStuffed(uint four) => (((four & 0x7F7F_7F7F) + 0x0101_0101) & 0x8080_8080) != 0;
}

/// <summary>Reads bits without stuffing, lowest first. Zeros follow the end.</summary>
internal unsafe struct BitWindow(byte* next, byte* end)
{
    private byte* _next = next;
    private int _count;

    /// <summary>The next bits, at least 56 after <see cref="Fill"/>.</summary>
    public ulong Bits { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill()
    {
        // Bits above the count already are those of the byte at _next: reading them again changes nothing.
        Bits |= *(ulong*)(_next < end ? _next : end) << _count;
        _next += (63 - _count) >> 3;
        _count |= 56;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Peek(int count) => (uint)Bits & ((1u << count) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int count)
    {
        Bits >>= count;
        _count -= count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Read(int count)
    {
        uint value = Peek(count);
        Skip(count);
        return value;
    }
}

/// <summary>The adaptive run-length decoder of quads without significant neighbours (MEL, T.814 7.1.3 and 7.3.3).</summary>
internal unsafe struct RunDecoder(byte* bytes, byte* end)
{
    private const int LastState = 12;

    // The exponents of 13 states, four bits each (T.814 table 2).
    private const ulong Exponents = 0x5433_2221_1100_0;

    private byte* _next = bytes;
    private uint _current;
    private int _left;
    private int _state;

    // Twice the number of zeros left, plus 1 if a one follows them.
    private int _run;

    /// <summary>Decodes one symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        if (_run == 0) ReadRun();
        bool isZero = _run > 1;
        _run -= isZero ? 2 : 1;
        return !isZero;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void ReadRun()
    {
        int exponent = (int)(Exponents >> (4 * _state)) & 0xF;
        if (ReadBit() != 0)
        {
            _run = 2 << exponent;
            _state = _state < LastState ? _state + 1 : LastState;
            return;
        }

        for (; exponent > 0; exponent--) _run = (_run << 1) | (int)ReadBit();
        _run = (_run << 1) | 1;
        _state = _state > 0 ? _state - 1 : 0;
    }

    [MethodImpl(Compiled.AtOnce)]
    private uint ReadBit()
    {
        if (_left == 0)
        {
            _left = _current == 0xFF ? 7 : 8;
            _current = _next < end ? *_next++ : 0xFFu;
        }

        _left--;
        return (_current >> _left) & 1;
    }
}
