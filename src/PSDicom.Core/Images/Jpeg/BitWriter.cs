using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Images.Jpeg;

/// <summary>
/// Writes bits, first bit first, without what keeps them from looking like markers. Hot loops take a copy, so that it stays in registers.
/// </summary>
internal unsafe struct BitWriter(byte* start)
{
    // The bits that wait, the latest lowest; those above are old ones.
    private ulong _bits;
    private int _free = 64;

    /// <summary>Where the next bytes go.</summary>
    public byte* Next { get; set; } = start;

    /// <param name="bits">The bits; all others are 0.</param>
    /// <param name="count">How many, at most 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint bits, int count)
    {
        _free -= count;
        if (_free >= 0)
        {
            _bits = (_bits << count) | bits;
            return;
        }

        ulong full = (_bits << (count + _free)) | (bits >> -_free);
        Unsafe.WriteUnaligned(Next, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(full) : full);
        Next += sizeof(ulong);
        _bits = bits;
        _free += 64;
    }

    /// <summary>Fills the last byte up with ones and writes what waits.</summary>
    public void Complete()
    {
        Put(0x7F, 7);
        for (int waiting = 64 - _free; waiting >= 8; waiting -= 8) *Next++ = (byte)(_bits >> (waiting - 8));
        _free = 64;
    }
}
