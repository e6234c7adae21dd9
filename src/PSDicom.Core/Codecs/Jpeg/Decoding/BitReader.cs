using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>
/// Reads bits of an entropy-coded segment, first bit first. Beyond its end come 0 bits, at most <see cref="Slack"/> bytes of them: whoever
/// reads asks <see cref="IsExhausted"/> at least once in each half of that. Hot loops take a copy, so that it stays in registers.
/// </summary>
internal unsafe struct BitReader(byte* start, byte* end)
{
    /// <summary>Readable bytes, all 0, behind a segment.</summary>
    public const int Slack = 1024;

    private readonly byte* _end = end;
    private byte* _next = start;
    private int _count;

    /// <summary>The next bits, left-aligned; 56 at least after <see cref="Refill"/>.</summary>
    public ulong Bits { get; private set; }

    /// <summary>Whether more bits were taken than the segment has.</summary>
    public readonly bool IsExhausted => (_next - _end) * 8 > _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Refill()
    {
        Debug.Assert(_next + sizeof(ulong) <= _end + Slack, "Nobody has asked for the end.");
        // Bits below the count are those of the byte at _next already; taking them again changes nothing.
        ulong next = Unsafe.ReadUnaligned<ulong>(_next);
        Bits |= (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(next) : next) >> _count;
        _next += (63 - _count) >> 3;
        _count |= 56;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int bits)
    {
        Bits <<= bits;
        _count -= bits;
    }

    /// <summary>Takes 1 to 16 bits; they must have been filled in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(int bits)
    {
        int value = (int)(Bits >> (64 - bits));
        Skip(bits);
        return value;
    }

    /// <summary>Ends the segment here: what follows cannot be understood.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fail()
    {
        _next = _end + 8;
        _count = 0;
        Bits = 0;
    }
}
