using System;

namespace PSDicom.Operations.Pages;

/// <summary>A series of a page.</summary>
/// <param name="label">What the page calls it.</param>
/// <param name="frameTime">How long a frame is shown when frames are played.</param>
internal sealed class PageSeries(string label, TimeSpan frameTime)
{
    public string Label => label;

    public TimeSpan FrameTime => frameTime;

    public int FrameCount { get; set; }
}
