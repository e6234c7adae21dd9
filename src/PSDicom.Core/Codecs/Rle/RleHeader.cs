using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using PSDicom.Codecs.Rle.Decoding;

namespace PSDicom.Codecs.Rle;

/// <summary>The RLE header: the number of segments and their offsets (PS3.5 G.5).</summary>
internal static class RleHeader
{
    /// <summary>The length of the header in bytes.</summary>
    public const int Length = 64;

    /// <summary>The maximum number of segments.</summary>
    public const int MaxSegments = 15;

    /// <summary>
    /// Finds the segments. An offset that is missing, out of order or past the end is replaced by the end of the previous segment's data.
    /// The segments are not a span: .NET Framework does not allow spans of structs with pointers.
    /// </summary>
    public static unsafe void Locate(
        ReadOnlySpan<byte> frame, byte* source, RleSegment* segments, int count, int pixels, ICollection<string> warnings)
    {
        if (frame.Length < Length)
        {
            throw CodestreamError.Rle($"the frame has {frame.Length} bytes, fewer than the {Length} of the RLE header.", 0);
        }

        uint declared = BinaryPrimitives.ReadUInt32LittleEndian(frame);
        if (declared != count && Offset(frame, 0) is not (0 or Length))
        {
            // One of them can be wrong or missing, but if both are wrong, this is not a header.
            throw CodestreamError.Rle(
                $"the frame does not begin with an RLE header: it declares {declared} segments instead of {count}, and the first at byte {Offset(frame, 0)} instead of {Length}.",
                0);
        }

        if (declared != count)
            warnings.Add($"The RLE header declares {declared} segments, but pixels have {count} bytes; its offsets were used where they are possible.");

        int doubtful = 0;
        int start = 0;
        for (int i = 0; i < count; i++)
        {
            uint offset = Offset(frame, i);
            if (offset >= Math.Max(Length, start + 1) && offset < frame.Length)
            {
                start = (int)offset;
            }
            else
            {
                doubtful++;
                start = i == 0 ? Length : NextStart(new RleSegment(source + start, source + frame.Length), pixels, source, frame.Length);
            }

            segments[i] = new RleSegment(source + start, source + frame.Length);
            if (i > 0) segments[i - 1] = segments[i - 1].EndingAt(source + start);
        }

        if (doubtful > 0) warnings.Add($"{doubtful} of {count} offsets in the RLE header are not valid; those segments were read right after the previous ones.");
        if (count == MaxSegments) return;
        uint next = Offset(frame, count);
        if (next > start && next < frame.Length) segments[count - 1] = segments[count - 1].EndingAt(source + next);
    }

    /// <summary>Writes a header.</summary>
    /// <param name="header">Its <see cref="Length"/> bytes.</param>
    /// <param name="offsets">The offsets of the segments from the first byte of the header.</param>
    public static void Write(Span<byte> header, ReadOnlySpan<uint> offsets)
    {
        header.Slice(0, Length).Clear();
        BinaryPrimitives.WriteInt32LittleEndian(header, offsets.Length);
        for (int i = 0; i < offsets.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(header.Slice((i + 1) * 4), offsets[i]);
    }

    private static uint Offset(ReadOnlySpan<byte> frame, int index) => BinaryPrimitives.ReadUInt32LittleEndian(frame.Slice((index + 1) * 4));

    private static unsafe int NextStart(RleSegment segment, int pixels, byte* source, int length)
    {
        segment.Skip(pixels);
        long end = segment.Position - source;
        // Segments have an even length (PS3.5 G.3).
        return (int)Math.Min(length, end + (end & 1));
    }
}
