using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Where the restart intervals of a scan begin that has all of its RST markers in their order (T.81 B.2.1).</summary>
internal sealed class RestartIntervals
{
    private readonly ReadOnlyMemory<byte> _codestream;
    private readonly List<int> _starts;
    private readonly int _longest;

    private RestartIntervals(ReadOnlyMemory<byte> codestream, List<int> starts, int end)
    {
        _codestream = codestream;
        _starts = starts;
        for (int i = 0; i < starts.Count; i++) _longest = Math.Max(_longest, (i + 1 < starts.Count ? starts[i + 1] : end) - starts[i]);
    }

    public int Count => _starts.Count;

    /// <summary>The first byte of an interval.</summary>
    public int this[int index] => _starts[index];

    /// <summary>Finds the intervals of a scan.</summary>
    /// <param name="codestream">The codestream.</param>
    /// <param name="position">The first byte of data; if they are found, that of the marker behind them is given.</param>
    /// <param name="count">How many there should be.</param>
    /// <returns>Null if there is only one, or if any marker is missing or is not the one that is due.</returns>
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
            if (marker != Marker.RST0 + ((starts.Count - 1) & 7)) return null;
            end += 2;
            starts.Add(end);
        }

        position = end;
        return new RestartIntervals(codestream, starts, end);
    }

    /// <summary>What a thread reads intervals from.</summary>
    public EntropyCodedSegments Open() => new(_codestream, _longest);
}
