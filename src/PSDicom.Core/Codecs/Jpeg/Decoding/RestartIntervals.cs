using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The restart intervals of a scan that has all its RST markers in order (T.81 B.2.1).</summary>
internal sealed class RestartIntervals
{
    private readonly ReadOnlyMemory<byte> _codestream;
    private readonly List<int> _starts;
    private readonly int _maxLength;

    private RestartIntervals(ReadOnlyMemory<byte> codestream, List<int> starts, int end)
    {
        _codestream = codestream;
        _starts = starts;
        for (int i = 0; i < starts.Count; i++) _maxLength = Math.Max(_maxLength, (i + 1 < starts.Count ? starts[i + 1] : end) - starts[i]);
    }

    public int Count => _starts.Count;

    /// <summary>The offset of an interval.</summary>
    public int this[int index] => _starts[index];

    /// <summary>Finds the intervals of a scan.</summary>
    /// <param name="codestream">The codestream.</param>
    /// <param name="position">The offset of the data; if the intervals are found, it becomes that of the marker after them.</param>
    /// <param name="count">The expected number of intervals.</param>
    /// <returns>The intervals; null if there is only one, or if a marker is missing or out of order.</returns>
    public static RestartIntervals? Find(ReadOnlyMemory<byte> codestream, ref int position, int count)
    {
        if (count < 2) return null;
        int end = position;
        List<int> starts = [position];
        ReadOnlySpan<byte> bytes = codestream.Span;
        while (true)
        {
            int marker = EntropyCodedSegments.FindMarker(bytes, ref end);
            if (starts.Count == count) break;
            if (marker != JpegMarker.RST0 + ((starts.Count - 1) & 7)) return null;
            end += 2;
            starts.Add(end);
        }

        position = end;
        return new RestartIntervals(codestream, starts, end);
    }

    /// <summary>Opens a reader of intervals for one thread.</summary>
    public EntropyCodedSegments Open() => new(_codestream, _maxLength);
}
