using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Frames.Blacking;

/// <summary>The pixels that become black in all frames of an image, as rectangles that do not overlap.</summary>
internal sealed class BlackArea
{
    private BlackArea(int rows, int columns, IReadOnlyList<FrameRegion> boxes) => (Rows, Columns, Boxes) = (rows, columns, boxes);

    /// <summary>Rows of the image.</summary>
    public int Rows { get; }

    /// <summary>Columns of the image.</summary>
    public int Columns { get; }

    /// <summary>The rectangles, from the top.</summary>
    public IReadOnlyList<FrameRegion> Boxes { get; }

    /// <summary>Finds the pixels outside of all rectangles that are kept, and those inside of rectangles that are not.</summary>
    /// <param name="rows">Rows of the image.</param>
    /// <param name="columns">Columns of the image.</param>
    /// <param name="kept">What is kept; null to keep all.</param>
    /// <param name="blacked">What is not kept in any case. What lies outside of the image has no effect.</param>
    public static BlackArea Of(int rows, int columns, IReadOnlyList<FrameRegion>? kept, IReadOnlyList<FrameRegion> blacked)
    {
        FrameRegion[] keptWithin = Within(kept ?? []), blackedWithin = Within(blacked);
        FrameRegion[] all = [.. keptWithin, .. blackedWithin];
        int[] tops = Edges(rows, all.SelectMany(region => (int[])[region.Y, region.Y + region.Height]));
        int[] lefts = Edges(columns, all.SelectMany(region => (int[])[region.X, region.X + region.Width]));
        var boxes = new List<FrameRegion>();
        List<(int Start, int End)> above = [];
        int top = 0;
        for (int band = 0; band + 1 < tops.Length; band++)
        {
            List<(int Start, int End)> spans = SpansOf(tops[band]);
            if (spans.SequenceEqual(above)) continue;
            Add(tops[band]);
            (above, top) = (spans, tops[band]);
        }

        Add(rows);
        return new BlackArea(rows, columns, boxes);

        void Add(int bottom)
        {
            foreach ((int start, int end) in above) boxes.Add(new FrameRegion(start, top, end - start, bottom - top));
        }

        // Between two edges, all pixels of a row are alike.
        List<(int Start, int End)> SpansOf(int row)
        {
            var spans = new List<(int Start, int End)>();
            for (int i = 0; i + 1 < lefts.Length; i++)
            {
                bool isBlack = (kept is not null && !Array.Exists(keptWithin, region => Contains(region, lefts[i], row))) || Array.Exists(blackedWithin, region => Contains(region, lefts[i], row));
                if (!isBlack) continue;
                if (spans.Count > 0 && spans[spans.Count - 1].End == lefts[i]) spans[spans.Count - 1] = (spans[spans.Count - 1].Start, lefts[i + 1]);
                else spans.Add((lefts[i], lefts[i + 1]));
            }

            return spans;
        }

        FrameRegion[] Within(IReadOnlyList<FrameRegion> regions) => [.. regions.Select(region => region.Within(rows, columns)).OfType<FrameRegion>()];
    }

    /// <summary>Writes the same bytes to each pixel of the area.</summary>
    /// <param name="samples">The bytes of a frame, with the samples of a pixel together.</param>
    /// <param name="pixel">The bytes of a pixel.</param>
    public void Fill(Span<byte> samples, ReadOnlySpan<byte> pixel)
    {
        if (Boxes.Count == 0) return;
        Span<byte> line = new byte[Boxes.Max(box => box.Width) * pixel.Length];
        for (int start = 0; start < line.Length; start += pixel.Length) pixel.CopyTo(line.Slice(start));
        foreach (FrameRegion box in Boxes)
        {
            for (int row = box.Y; row < box.Y + box.Height; row++)
                line.Slice(0, box.Width * pixel.Length).CopyTo(samples.Slice(checked(((row * Columns) + box.X) * pixel.Length)));
        }
    }

    private static int[] Edges(int end, IEnumerable<int> edges) => [.. edges.Concat([0, end]).Distinct().OrderBy(edge => edge)];

    private static bool Contains(FrameRegion region, int column, int row) =>
        column >= region.X && column < region.X + region.Width && row >= region.Y && row < region.Y + region.Height;
}
