using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// Writes bits, first bit first, before byte stuffing. Hot loops use a copy, which stays in registers.
/// </summary>
internal unsafe struct JpegBitWriter(byte* start)
{
    // The pending bits, the first one highest.
    private ulong _bits;
    private int _pending;

    /// <summary>The position of the next bytes.</summary>
    public byte* Next { get; set; } = start;

    /// <summary>Writes pending bits, and these.</summary>
    /// <inheritdoc cref="Add"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint bits, int count)
    {
        Add(bits, count);
        Flush();
    }

    /// <summary>Adds pending bits; after <see cref="Flush"/> there is room for 57.</summary>
    /// <param name="bits">The bits; all higher bits are 0.</param>
    /// <param name="count">The number of bits, at most 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint bits, int count)
    {
        _pending += count;
        _bits |= (ulong)bits << (64 - _pending);
    }

    /// <summary>Writes whole bytes. Branch-free: the branch would be unpredictable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Flush()
    {
        Unsafe.WriteUnaligned(Next, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(_bits) : _bits);
        Next += _pending >> 3;
        _bits <<= _pending & ~7;
        _pending &= 7;
    }

    /// <summary>Pads the last byte with ones.</summary>
    public void Complete() => Put(0x7F, 7);
}
