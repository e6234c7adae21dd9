using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// Writes bits, first bit first, without what keeps them from looking like markers. Hot loops take a copy, so that it stays in registers.
/// </summary>
internal unsafe struct BitWriter(byte* start)
{
    // The bits that wait, the first highest.
    private ulong _bits;
    private int _waiting;

    /// <summary>Where the next bytes go.</summary>
    public byte* Next { get; set; } = start;

    /// <summary>Puts bits and what waits before them.</summary>
    /// <inheritdoc cref="Add"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint bits, int count)
    {
        Add(bits, count);
        Flush();
    }

    /// <summary>Lets bits wait; after <see cref="Flush"/> there is room for 57.</summary>
    /// <param name="bits">The bits; all others are 0.</param>
    /// <param name="count">How many, at most 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint bits, int count)
    {
        _waiting += count;
        _bits |= (ulong)bits << (64 - _waiting);
    }

    /// <summary>Writes whole bytes. Without a condition, as when they are full could not be foreseen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Flush()
    {
        Unsafe.WriteUnaligned(Next, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(_bits) : _bits);
        Next += _waiting >> 3;
        _bits <<= _waiting & ~7;
        _waiting &= 7;
    }

    /// <summary>Fills the last byte up with ones.</summary>
    public void Complete() => Put(0x7F, 7);
}
