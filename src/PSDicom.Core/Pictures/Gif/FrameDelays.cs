using System;
using System.Collections.Generic;

namespace PSDicom.Pictures.Gif;

/// <summary>The delay times of pictures, in hundredths of a second (GIF89a section 23).</summary>
/// <param name="times">The time of each picture; the last one repeats. If empty, each picture has a tenth of a second.</param>
internal sealed class FrameDelays(IReadOnlyList<TimeSpan> times)
{
    // Browsers replace shorter delays by a tenth of a second.
    private const int Minimum = 2;

    private static readonly TimeSpan Default = TimeSpan.FromMilliseconds(100);

    private int _frames;
    private TimeSpan _elapsed;
    private long _written;

    /// <summary>The delay of the next picture. Rounding errors are carried over, so that the animation has the right length.</summary>
    public ushort Next()
    {
        TimeSpan time = times.Count == 0 ? Default : times[Math.Min(_frames, times.Count - 1)];
        _frames++;
        _elapsed += time;
        long due = (long)Math.Round(_elapsed.TotalMilliseconds / 10, MidpointRounding.AwayFromZero);
        var delay = (ushort)Math.Min(Math.Max(due - _written, Minimum), ushort.MaxValue);
        _written += delay;
        return delay;
    }
}
