using System;
using System.Collections.Generic;

namespace PSDicom.Pictures.Gif;

/// <summary>How long pictures are shown, in hundredths of a second (GIF89a section 23).</summary>
/// <param name="times">The time of each picture; the last one goes on; without any, each is shown for a tenth of a second.</param>
internal sealed class FrameDelays(IReadOnlyList<TimeSpan> times)
{
    // Browsers show what is shorter for a tenth of a second.
    private const int Minimum = 2;

    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(100);

    private int _frames;
    private TimeSpan _elapsed;
    private long _written;

    /// <summary>The delay of the next picture. What rounding takes from one is given to those after it, so that the whole takes its time.</summary>
    public ushort Next()
    {
        TimeSpan time = times.Count == 0 ? Usual : times[Math.Min(_frames, times.Count - 1)];
        _frames++;
        _elapsed += time;
        long due = (long)Math.Round(_elapsed.TotalMilliseconds / 10, MidpointRounding.AwayFromZero);
        var delay = (ushort)Math.Min(Math.Max(due - _written, Minimum), ushort.MaxValue);
        _written += delay;
        return delay;
    }
}
