using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using PSDicom.Threading;

namespace PSDicom.Codecs.Rle;

/// <summary>
/// RLE Lossless (PS3.5 annex G). A frame is as many segments as a pixel has bytes: the samples one after another, of each the most
/// significant byte first. One-bit pixels are decoded by a shape whose columns are the packed bytes.
/// </summary>
internal sealed class RleDecoder : IFrameDecoder
{
    /// <summary>Pixels decoded of each segment in turn: few enough for the segments to stay in the processor's first cache.</summary>
    private const int BlockLength = 2048;

    /// <summary>Bytes that may follow the last pixel of a small frame.</summary>
    private const int FewBytes = 64;

    /// <inheritdoc/>
    public CodestreamInfo? Inspect(ReadOnlySpan<byte> frame) => null;

    /// <inheritdoc/>
    public unsafe void Decode(ReadOnlyMemory<byte> frame, FrameShape shape, Memory<byte> destination, ICollection<string> warnings, FrameThreads? threads = null)
    {
        int count = shape.SamplesPerPixel * shape.BytesPerSample;
        if (count is < 1 or > RleHeader.MaxSegments)
        {
            throw new DicomException(
                DicomErrorReason.InvalidCodestream, $"An RLE frame has at most {RleHeader.MaxSegments} segments; pixels of {count} bytes cannot be in one.");
        }

        if (destination.Length != shape.Length) throw new ArgumentException("The destination does not have the frame's length.", nameof(destination));
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
                warnings.Add($"RLE segment {i + 1} of {count} has more than the {pixels} bytes that the frame has for it; the rest was left out.");
        }

        if (decoded == 0 && pixels > 0)
            throw new DicomException(DicomErrorReason.InvalidCodestream, "The RLE segments of the frame hold no data.", offset: RleHeader.Length);
    }

    /// <summary>Whether a segment that has given its pixels has as many more. Less is what some writers leave behind.</summary>
    private static bool HoldsMore(RleSegment segment, int pixels)
    {
        int more = Math.Max(pixels, FewBytes), decoded = segment.Decoded;
        segment.Skip(more);
        return segment.Decoded - decoded >= more;
    }

    /// <summary>How many bytes the only segment of a frame gives, at most as many as are of interest; 0 if there are several, or none.</summary>
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
                    // The segments have the high byte of a sample first, memory has the low one first.
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
