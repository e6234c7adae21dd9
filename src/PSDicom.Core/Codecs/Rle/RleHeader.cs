using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace PSDicom.Codecs.Rle;

/// <summary>The RLE header: how many segments there are and where they begin (PS3.5 G.5).</summary>
internal static class RleHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Length = 64;

    /// <summary>The offsets that the header has room for.</summary>
    public const int MaxSegments = 15;

    /// <summary>
    /// Finds the segments. What an offset does not tell, because it is missing, out of order or past the end, follows from where the
    /// segment before it has given all its pixels. The segments are no span: that of .NET Framework refuses structs that hold pointers.
    /// </summary>
    public static unsafe void Locate(
        ReadOnlySpan<byte> frame, byte* source, RleSegment* segments, int count, int pixels, ICollection<string> warnings)
    {
        if (frame.Length < Length)
        {
            throw new DicomException(
                DicomErrorReason.InvalidCodestream, $"The frame has {frame.Length} bytes; the header of RLE alone has {Length}.", offset: 0);
        }

        uint declared = BinaryPrimitives.ReadUInt32LittleEndian(frame);
        if (declared != count && Offset(frame, 0) is not (0 or Length))
        {
            // Either may be wrong or missing, but what is wrong in both is no header.
            throw new DicomException(
                DicomErrorReason.InvalidCodestream,
                $"The frame does not begin with an RLE header: it tells {declared} segments, not {count}, and the first at byte {Offset(frame, 0)}, not {Length}.",
                offset: 0);
        }

        if (declared != count)
            warnings.Add($"The RLE header tells {declared} segments where the pixels have {count} bytes; its offsets were followed where they can be true.");

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

        if (doubtful > 0) warnings.Add($"{doubtful} of {count} offsets in the RLE header cannot be true; those segments were taken to follow the ones before them.");
        if (count == MaxSegments) return;
        uint next = Offset(frame, count);
        if (next > start && next < frame.Length) segments[count - 1] = segments[count - 1].EndingAt(source + next);
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
