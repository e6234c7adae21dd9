using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>The coding passes of a code-block with their lengths and reductions of squared error.</summary>
internal sealed class PassList
{
    private readonly List<(PassEnd End, double Reduction)> _passes = [];

    public void Clear() => _passes.Clear();

    /// <summary>Adds a pass.</summary>
    /// <param name="end">The state of the encoder after it.</param>
    /// <param name="reduction">By how much it reduces the squared error.</param>
    public void Add(PassEnd end, double reduction) => _passes.Add((end, reduction));

    /// <summary>Finds the passes where the code-block can end: those on the convex hull of squared error over length.</summary>
    /// <param name="bytes">The codeword segment.</param>
    public TruncationPoint[] Points(ReadOnlySpan<byte> bytes)
    {
        var points = new List<TruncationPoint>();
        double reduction = 0;
        int length = 0;
        for (int pass = 0; pass < _passes.Count; pass++)
        {
            reduction += _passes[pass].Reduction;
            length = pass == _passes.Count - 1 ? bytes.Length : Math.Max(length, _passes[pass].End.Length(bytes));
            while (true)
            {
                bool hasBefore = points.Count > 0;
                double gained = reduction - (hasBefore ? points[points.Count - 1].Reduction : 0);
                int added = length - (hasBefore ? points[points.Count - 1].Length : 0);
                if (gained <= 0) break;
                double slope = added > 0 ? gained / added : double.MaxValue;
                if (hasBefore && slope >= points[points.Count - 1].Slope)
                {
                    points.RemoveAt(points.Count - 1);
                    continue;
                }

                points.Add(new TruncationPoint(pass + 1, length, slope, reduction));
                break;
            }
        }

        return [.. points];
    }
}
