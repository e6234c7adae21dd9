using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading;
using PSDicom.Codecs.Rle.Encoding;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Rle;

/// <summary>
/// Encodes RLE Lossless (PS3.5 annex G): a segment for each byte of a pixel, sample by sample, the most significant byte first. Whole cells
/// are kept, with the bits above Bits Stored.
/// </summary>
internal sealed class RleEncoder : IFrameEncoder
{
    private const string Name = "RLE Lossless";

    /// <summary>Beyond the end of a row, for reading eight bytes at a time.</summary>
    private const int Slack = 32;

    /// <summary>PS3.5 table 8.2.2-1.</summary>
    private static readonly AllowedFormat[] Allowed =
    [
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.BlackIsZero, PhotometricInterpretations.WhiteIsZero],
            SamplesPerPixel = 1, IsSignedAllowed = true, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Palette],
            SamplesPerPixel = 1, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.YbrFull],
            SamplesPerPixel = 3, BitsAllocated = [8], MinBitsStored = 1, MaxBitsStored = 8,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Rgb],
            SamplesPerPixel = 3, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
    ];

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options)
    {
        AllowedFormat.Require(Allowed, Name, format);
        return new EncodedFormat { PhotometricInterpretation = format.PhotometricInterpretation };
    }

    /// <inheritdoc/>
    public unsafe void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null)
    {
        Describe(format, options);
        format.RequireLength(samples);
        FrameShape shape = format.Shape;
        int start = target.Length, count = shape.SamplesPerPixel * shape.BytesPerSample;
        target.Reserve(RleHeader.Length);
        target.Advance(RleHeader.Length);
        uint* offsets = stackalloc uint[count];
        byte[] row = ArrayPool<byte>.Shared.Rent(shape.Columns + Slack);
        using MemoryHandle source = samples.Pin();
        for (int segment = 0; segment < count; segment++)
        {
            offsets[segment] = (uint)(target.Length - start);
            int sample = segment / shape.BytesPerSample;
            // Segments are big endian, memory is little endian.
            int place = (sample * shape.BytesPerSample) + shape.BytesPerSample - 1 - (segment % shape.BytesPerSample);
            WriteSegment((byte*)source.Pointer + place, shape, row, target, threads?.Cancellation ?? default);
            if (((target.Length - start) & 1) == 1) target.Write([0]);
        }

        ArrayPool<byte>.Shared.Return(row);
        Span<byte> header = stackalloc byte[RleHeader.Length];
        RleHeader.Write(header, new ReadOnlySpan<uint>(offsets, count));
        target.Replace(start, header);
    }

    /// <summary>Writes the bytes of one place in all pixels, row by row: a packet does not cross rows (PS3.5 G.3.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static unsafe void WriteSegment(byte* source, FrameShape shape, byte[] row, EncodedBytes target, CancellationToken cancellation)
    {
        int step = shape.SamplesPerPixel * shape.BytesPerSample;
        fixed (byte* plane = row)
        {
            for (int y = 0; y < shape.Rows; y++)
            {
                cancellation.ThrowIfCancellationRequested();
                PlaneExtractor.Extract(source + ((long)y * shape.Columns * step), step, plane, shape.Columns);
                fixed (byte* packets = target.Reserve(PackBits.MaxLength(shape.Columns)))
                    target.Advance((int)(PackBits.Pack(plane, shape.Columns, packets) - packets));
            }
        }
    }
}
