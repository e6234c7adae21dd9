using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>
/// Reads the bits of an entropy-coded segment, first bit first. Zeros follow the end, for <see cref="Slack"/> bytes: callers must check
/// <see cref="IsExhausted"/> at least once for each half of that. Hot loops use a copy, which stays in registers.
/// </summary>
internal unsafe struct JpegBitReader(byte* start, byte* end)
{
    /// <summary>The number of readable zero bytes after a segment.</summary>
    public const int Slack = 1024;

    private readonly byte* _end = end;
    private byte* _next = start;
    private int _count;

    /// <summary>The next bits, left-aligned; 56 at least after <see cref="Refill"/>.</summary>
    public ulong Bits { get; private set; }

    /// <summary>Whether more bits were read than the segment has.</summary>
    public readonly bool IsExhausted => (_next - _end) * 8 > _count;

    /// <summary>
    /// Whether only padding is left: the ones that fill the last byte (T.81 F.1.2.3), and the zero that makes the length of a fragment even. A
    /// segment without its last bytes ends otherwise, or is exhausted. One that ends with a byte of zeros may have these for data.
    /// </summary>
    public readonly bool IsAtEnd()
    {
        JpegBitReader reader = this;
        reader.Refill();
        long left = ((reader._end - reader._next) * 8) + reader._count;
        if (left is < 0 or > 15) return false;
        int bits = (int)left, rest = left == 0 ? 0 : (int)(reader.Bits >> (64 - bits));
        bool isPadded = bits >= 8 && _end[-1] == 0;
        if (isPadded) (bits, rest) = (bits - 8, rest >> 8);
        return bits < 8 && rest == (1 << bits) - 1 && _end[isPadded ? -2 : -1] != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Refill()
    {
        Debug.Assert(_next + sizeof(ulong) <= _end + Slack, "IsExhausted was not checked in time.");
        ulong next = Unsafe.ReadUnaligned<ulong>(_next);
        // Not a conditional expression inside of the assignment: the compiler would keep the address of the reader across the branches, and so
        // all its fields in memory.
        if (BitConverter.IsLittleEndian) next = BinaryPrimitives.ReverseEndianness(next);
        // Bits below the count already are those of the byte at _next: reading them again changes nothing.
        Bits |= next >> _count;
        _next += (63 - _count) >> 3;
        _count |= 56;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int bits)
    {
        Bits <<= bits;
        _count -= bits;
    }

    /// <summary>Reads 1 to 16 bits, which <see cref="Refill"/> must have loaded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(int bits)
    {
        int value = (int)(Bits >> (64 - bits));
        Skip(bits);
        return value;
    }

    /// <summary>Marks the segment as exhausted, after an invalid code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fail()
    {
        _next = _end + 8;
        _count = 0;
        Bits = 0;
    }
}
