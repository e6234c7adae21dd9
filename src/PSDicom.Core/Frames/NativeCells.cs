using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Frames;

/// <summary>
/// Converts the pixel cells of an uncompressed frame to samples: unpacks bits, interleaves planes and upsamples colour.
/// </summary>
/// <param name="layout">The layout of the cells.</param>
/// <param name="type">The type of a sample.</param>
/// <param name="rows">Rows of a frame.</param>
/// <param name="columns">Columns of a frame.</param>
/// <param name="isPlanar">Whether samples are stored plane by plane.</param>
internal sealed class NativeCells(NativeLayout layout, SampleType type, int rows, int columns, bool isPlanar)
{
    private readonly int _size = SampleArray.SizeOf(type);
    private readonly int _pixels = checked(rows * columns);
    private readonly bool _isPlanar = isPlanar && layout.SamplesPerPixel > 1;
    private readonly bool _isShared = layout.Sharing != ColorSharing.None;

    /// <summary>Bytes of a sample in memory.</summary>
    public int SampleSize => _size;

    /// <summary>Bytes of the samples of a frame.</summary>
    public long Length => (long)_pixels * layout.SamplesPerPixel * _size;

    /// <summary>Whether the bytes of a frame are the samples without conversion.</summary>
    public bool IsMemoryLayout => !_isPlanar && !_isShared && layout.SampleBits == _size * 8;

    /// <summary>Bytes of the cells of a frame.</summary>
    public int PackedLength => (int)((layout.FrameBits + 7) / 8);

    public Array CreateArray() => SampleArray.Create(type, checked(_pixels * layout.SamplesPerPixel));

    /// <summary>Makes the samples.</summary>
    /// <param name="bytes">Little endian cells; if there are too few, the last samples stay 0.</param>
    /// <param name="skippedBits">Bits of the first byte that belong to the preceding frame.</param>
    /// <param name="samples">The array from <see cref="CreateArray"/>.</param>
    public void Unpack(ReadOnlySpan<byte> bytes, int skippedBits, Array samples)
    {
        Span<byte> destination = SampleArray.AsBytes(samples);
        if (!_isPlanar && !_isShared)
        {
            UnpackBits(bytes, skippedBits, destination);
            return;
        }

        // Planes and shared samples are unpacked in the file's order first.
        int count = _isShared ? (int)(layout.FrameBits / (ulong)layout.SampleBits) : _pixels * layout.SamplesPerPixel;
        byte[] rented = ArrayPool<byte>.Shared.Rent(count * _size);
        try
        {
            Span<byte> ordered = rented.AsSpan(0, count * _size);
            ordered.Clear();
            UnpackBits(bytes, skippedBits, ordered);
            if (layout.Sharing == ColorSharing.Pairs) Upsample422(ordered, destination);
            else if (_isShared) Upsample420(ordered, destination);
            else Interleave(ordered, destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void UnpackBits(ReadOnlySpan<byte> bytes, int skippedBits, Span<byte> destination)
    {
        if (layout.SampleBits == _size * 8 && skippedBits == 0)
        {
            bytes.Slice(0, Math.Min(bytes.Length, destination.Length)).CopyTo(destination);
            return;
        }

        // The first sample is in the least significant bits (PS3.5 section 8.1.1).
        int bits = layout.SampleBits;
        ulong mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        ulong kept = 0;
        int keptBits = 0, next = 0;
        for (int i = 0; i < destination.Length; i += _size)
        {
            int wanted = i == 0 ? bits + skippedBits : bits;
            for (; keptBits < wanted; keptBits += 8) kept |= next < bytes.Length ? (ulong)bytes[next++] << keptBits : 0;
            if (i == 0)
            {
                kept >>= skippedBits;
                keptBits -= skippedBits;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(word, kept & mask);
            word.Slice(0, _size).CopyTo(destination.Slice(i));
            kept >>= bits;
            keptBits -= bits;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Interleave(ReadOnlySpan<byte> planes, Span<byte> destination)
    {
        int samples = layout.SamplesPerPixel;
        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<byte> plane = planes.Slice(sample * _pixels * _size, _pixels * _size);
            Span<byte> first = destination.Slice(sample * _size);
            if (_size == 1)
            {
                for (int i = 0; i < plane.Length; i++) first[i * samples] = plane[i];
            }
            else
            {
                for (int i = 0; i < _pixels; i++) plane.Slice(i * _size, _size).CopyTo(first.Slice(i * samples * _size));
            }
        }
    }

    /// <summary>Two luminance samples, then two colour samples for both pixels (PS3.3 section C.7.6.3.1.2, YBR_FULL_422).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void Upsample422(ReadOnlySpan<byte> groups, Span<byte> destination)
    {
        for (int i = 0; i < _pixels; i++)
        {
            ReadOnlySpan<byte> group = groups.Slice(i / 2 * 4 * _size);
            Span<byte> pixel = destination.Slice(i * 3 * _size);
            group.Slice(i % 2 * _size, _size).CopyTo(pixel);
            if (group.Length >= 4 * _size) group.Slice(2 * _size, 2 * _size).CopyTo(pixel.Slice(_size));
        }
    }

    /// <summary>Alternating rows with colour for each pair of pixels and with luminance only (PS3.3 section C.7.6.3.1.2, YBR_PARTIAL_420).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void Upsample420(ReadOnlySpan<byte> samples, Span<byte> destination)
    {
        // Odd sizes are not allowed: the last row or column of one stays 0.
        for (int row = 0; row + 1 < rows; row += 2)
        {
            ReadOnlySpan<byte> below = samples.Slice(columns / 2 * 4 * _size);
            for (int column = 0; column + 1 < columns; column += 2)
            {
                ReadOnlySpan<byte> color = samples.Slice(2 * _size, 2 * _size);
                int pixel = (row * columns) + column;
                for (int i = 0; i < 2; i++)
                {
                    Put(destination, pixel + i, samples.Slice(i * _size, _size), color);
                    Put(destination, pixel + columns + i, below.Slice(i * _size, _size), color);
                }

                samples = samples.Slice(4 * _size);
                below = below.Slice(2 * _size);
            }

            samples = below;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Put(Span<byte> destination, int pixel, ReadOnlySpan<byte> luminance, ReadOnlySpan<byte> color)
    {
        luminance.CopyTo(destination.Slice(pixel * 3 * _size));
        color.CopyTo(destination.Slice(((pixel * 3) + 1) * _size));
    }
}
