using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Png;

/// <summary>The scanlines of a picture in the layout of PNG: big endian, single bits packed (PNG, third edition, section 7.2).</summary>
internal sealed class PngLines
{
    private readonly Picture _picture;
    private readonly int _samples;

    public PngLines(Picture picture)
    {
        _picture = picture;
        _samples = picture.Width * picture.SamplesPerPixel;
        Length = (int)((((long)_samples * picture.BitDepth) + 7) / 8);
    }

    /// <summary>Bytes of a line.</summary>
    public int Length { get; }

    /// <summary>A line: a view of the picture, or converted into <paramref name="memory"/>.</summary>
    public ReadOnlySpan<byte> Get(int row, byte[] memory)
    {
        int start = row * _samples;
        if (_picture.IsBilevel)
        {
            Pack(((byte[])_picture.Pixels).AsSpan(start, _samples), memory);
            return memory;
        }

        if (_picture.Pixels is byte[] bytes) return bytes.AsSpan(start, _samples);
        ReadOnlySpan<ushort> words = ((ushort[])_picture.Pixels).AsSpan(start, _samples);
        if (BitConverter.IsLittleEndian) Swap(words, MemoryMarshal.Cast<byte, ushort>(memory));
        else MemoryMarshal.AsBytes(words).CopyTo(memory);
        return memory;
    }

    /// <summary>Reverses the bytes of each word, four words at a time.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void Swap(ReadOnlySpan<ushort> words, Span<ushort> target)
    {
        const ulong LowBytes = 0x00FF_00FF_00FF_00FF;
        ReadOnlySpan<ulong> fours = MemoryMarshal.Cast<ushort, ulong>(words);
        Span<ulong> targets = MemoryMarshal.Cast<ushort, ulong>(target);
        for (int i = 0; i < fours.Length; i++) targets[i] = ((fours[i] & LowBytes) << 8) | ((fours[i] >> 8) & LowBytes);
        for (int i = fours.Length * 4; i < words.Length; i++) target[i] = BinaryPrimitives.ReverseEndianness(words[i]);
    }

    /// <summary>Packs bits; the leftmost pixel is the highest bit.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void Pack(ReadOnlySpan<byte> samples, Span<byte> bits)
    {
        bits.Clear();
        for (int x = 0; x < samples.Length; x++) bits[x >> 3] |= (byte)((samples[x] & 0x80) >> (x & 7));
    }
}
