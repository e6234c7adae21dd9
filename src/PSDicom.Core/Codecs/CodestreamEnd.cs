using System;

namespace PSDicom.Codecs;

/// <summary>Finds images that follow each other in one fragment.</summary>
internal static class CodestreamEnd
{
    /// <summary>
    /// Whether an image begins right after the end of another one, padding ignored. JPEG, JPEG-LS and JPEG 2000 have the same end marker.
    /// </summary>
    public static bool HasSecondImage(ReadOnlySpan<byte> frame)
    {
        CodestreamKind kind = CodestreamStart.Find(frame.Slice(0, Math.Min(frame.Length, CodestreamStart.Length)));
        if (kind is not (CodestreamKind.Jpeg or CodestreamKind.Jpeg2000)) return false;
        while (frame.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) is >= 0 and int end)
        {
            frame = frame.Slice(end + 2);
            int padding = 0;
            while (padding < frame.Length && frame[padding] == 0) padding++;
            ReadOnlySpan<byte> next = frame.Slice(padding);
            if (CodestreamStart.Find(next.Slice(0, Math.Min(next.Length, CodestreamStart.Length))) == kind) return true;
        }

        return false;
    }
}
