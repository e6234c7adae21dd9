using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Rle.Decoding;
using PSDicom.Threading;

namespace PSDicom.Codecs.Rle;

/// <summary>
/// RLE Lossless (PS3.5 annex G). A frame has a segment for each byte of a pixel: sample by sample, the most significant byte first. Pixels
/// of one bit are decoded with a shape whose columns are the packed bytes.
/// </summary>
internal sealed class RleDecoder : IFrameDecoder
{
    /// <summary>Pixels that are decoded of each segment in turn. The segments stay in the L1 cache.</summary>
    private const int BlockLength = 2048;

    /// <summary>Surplus bytes that are ignored in a small frame.</summary>
    private const int FewBytes = 64;

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public unsafe void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null)
    {
        int count = shape.SamplesPerPixel * shape.BytesPerSample;
        if (count is < 1 or > RleHeader.MaxSegments)
        {
            throw CodestreamError.Rle($"an RLE frame has at most {RleHeader.MaxSegments} segments, and the pixels have {count} bytes.");
        }

        shape.RequireLength(destination);
        int pixels = (int)(shape.Length / count);
        using MemoryHandle source = frame.Pin();
        using MemoryHandle target = destination.Pin();
        RleSegment* segments = stackalloc RleSegment[count];
        RleHeader.Locate(frame.Span, (byte*)source.Pointer, segments, count, pixels, warnings);
        if (count == 1) segments->Read((byte*)target.Pointer, pixels);
        else ReadPlanes(segments, shape, (byte*)target.Pointer, pixels);

        long decoded = 0;
        for (int i = 0; i < count; i++)
        {
            decoded += segments[i].Decoded;
            if (segments[i].Decoded < pixels)
                warnings.Add($"RLE segment {i + 1} of {count} has {segments[i].Decoded} of {pixels} bytes; the rest is 0.");
            else if (HoldsMore(segments[i], pixels))
                warnings.Add($"RLE segment {i + 1} of {count} has more than {pixels} bytes; the rest was ignored.");
        }

        if (decoded == 0 && pixels > 0)
            throw CodestreamError.Rle("the segments have no data.", RleHeader.Length);
    }

    /// <summary>Whether a segment has as many bytes again after its pixels. Some encoders leave fewer.</summary>
    private static bool HoldsMore(RleSegment segment, int pixels)
    {
        int more = Math.Max(pixels, FewBytes), decoded = segment.Decoded;
        segment.Skip(more);
        return segment.Decoded - decoded >= more;
    }

    /// <summary>
    /// The decoded length of the only segment of a frame, at most <paramref name="most"/>; 0 if there are several segments, or none.
    /// </summary>
    public static unsafe int Measure(ReadOnlySpan<byte> frame, int most)
    {
        if (frame.Length < RleHeader.Length || BinaryPrimitives.ReadUInt32LittleEndian(frame) != 1) return 0;
        fixed (byte* source = frame)
        {
            var segment = new RleSegment(source + RleHeader.Length, source + frame.Length);
            segment.Skip(most);
            return segment.Decoded;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private static unsafe void ReadPlanes(RleSegment* segments, FrameShape shape, byte* target, int pixels)
    {
        int count = shape.SamplesPerPixel * shape.BytesPerSample;
        byte[] rented = ArrayPool<byte>.Shared.Rent(count * BlockLength);
        fixed (byte* planes = rented)
        {
            for (int done = 0; done < pixels; done += BlockLength)
            {
                int block = Math.Min(BlockLength, pixels - done);
                for (int i = 0; i < count; i++)
                {
                    // Segments are big endian, memory is little endian.
                    int sample = i / shape.BytesPerSample;
                    int place = (sample * shape.BytesPerSample) + shape.BytesPerSample - 1 - (i % shape.BytesPerSample);
                    segments[i].Read(planes + (place * BlockLength), block);
                }

                PlaneInterleaver.Interleave(planes, BlockLength, count, target + ((long)done * count), block);
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }
}
