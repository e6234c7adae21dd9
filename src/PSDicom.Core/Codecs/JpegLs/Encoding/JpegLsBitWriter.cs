using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Encoding;

/// <summary>
/// Writes bits, first bit first. The byte after each 0xFF has 7 bits (ITU-T T.87 A.1). The byte before the first one must not be 0xFF.
/// </summary>
internal unsafe struct JpegLsBitWriter(byte* next)
{
    private const int Word = 32;

    private ulong _cache;
    private int _count;

    /// <summary>The position of the next byte.</summary>
    public byte* Next { get; set; } = next;

    /// <summary>Writes bits.</summary>
    /// <param name="bits">The bits; all higher bits are 0.</param>
    /// <param name="count">The number of bits, at most 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint bits, int count)
    {
        _count += count;
        _cache |= (ulong)bits << (64 - _count);
        if (_count >= Word) Flush();
    }

    /// <summary>Writes a limited-length Golomb code (ITU-T T.87 A.5.3).</summary>
    /// <param name="mapped">The mapped error.</param>
    /// <param name="k">The Golomb parameter.</param>
    /// <param name="maxPrefix">The number of zeros before an uncoded number: LIMIT - qbpp - 1.</param>
    /// <param name="rangeBits">The bits of that number: qbpp.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutCode(int mapped, int k, int maxPrefix, int rangeBits)
    {
        int zeros = mapped >> k;
        if (zeros < maxPrefix && zeros + k < Word) Put((1u << k) | ((uint)mapped & ((1u << k) - 1)), zeros + 1 + k);
        else this = PutLongCode(this, mapped, k, maxPrefix, rangeBits);
    }

    /// <summary>Pads the last byte with zeros. After a last 0xFF, a byte keeps it from being part of a marker.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Complete()
    {
        this = WriteBytes(this);
        if (_count > 0 || Next[-1] == 0xFF)
        {
            _count = 8;
            this = WriteBytes(this);
        }

        _cache = 0;
        _count = 0;
    }

    // Static, with a copy: the writer of the loop stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JpegLsBitWriter PutLongCode(JpegLsBitWriter writer, int mapped, int k, int maxPrefix, int rangeBits)
    {
        int zeros = Math.Min(mapped >> k, maxPrefix);
        bool isUncoded = zeros == maxPrefix;
        for (; zeros > 0; zeros -= Word / 2) writer.Put(0, Math.Min(zeros, Word / 2));
        writer.Put(1, 1);
        if (isUncoded) writer.Put((uint)(mapped - 1), rangeBits);
        else writer.Put((uint)mapped & ((1u << k) - 1), k);
        return writer;
    }

    /// <summary>Writes 32 bits at once, unless one of their bytes or the byte before is 0xFF.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Flush()
    {
        uint word = (uint)(_cache >> Word);
        if ((((~word) - 0x0101_0101) & word & 0x8080_8080) == 0 && Next[-1] != 0xFF)
        {
            *(uint*)Next = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
            Next += sizeof(uint);
            _cache <<= Word;
            _count -= Word;
        }
        else
        {
            this = WriteBytes(this);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JpegLsBitWriter WriteBytes(JpegLsBitWriter writer)
    {
        while (writer._count >= 8)
        {
            int bits = writer.Next[-1] == 0xFF ? 7 : 8;
            *writer.Next++ = (byte)(writer._cache >> (64 - bits));
            writer._cache <<= bits;
            writer._count -= bits;
        }

        return writer;
    }
}
