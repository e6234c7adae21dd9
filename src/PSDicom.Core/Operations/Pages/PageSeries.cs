using System;

namespace PSDicom.Operations.Pages;

/// <summary>A series of a page.</summary>
/// <param name="label">The name in the page.</param>
/// <param name="frameTime">The display time of a frame in a cine loop.</param>
internal sealed class PageSeries(string label, TimeSpan frameTime)
{
    public string Label => label;

    public TimeSpan FrameTime => frameTime;

    public int FrameCount { get; set; }
}
