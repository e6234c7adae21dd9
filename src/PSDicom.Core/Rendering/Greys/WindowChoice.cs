using System;

namespace PSDicom.Rendering.Greys;

/// <summary>The chosen window or VOI LUT of a frame, or how the window follows from the frame's values.</summary>
internal sealed class WindowChoice
{
    /// <summary>The window or VOI LUT; null if the window follows from the values.</summary>
    public IGreyMapping? Mapping { get; init; }

    /// <summary>Whether the frame is shown over the full range of its bits.</summary>
    public bool IsFullRange { get; init; }

    /// <summary>For a window from the values: the fraction of them that is ignored at either end.</summary>
    public double Tail { get; init; }

    /// <summary>For a window from the values: the fixed black value; null for the smallest of the frame.</summary>
    public double? Minimum { get; init; }

    /// <summary>For a window from the values: the fixed white value; null for the largest of the frame.</summary>
    public double? Maximum { get; init; }

    /// <summary>The warning about the window; null if there is none.</summary>
    public DicomWarning? Warning { get; init; }

    /// <summary>The window that follows from the values.</summary>
    public VoiWindow Between(ValueRange values)
    {
        double minimum = Minimum ?? Math.Min(values.Minimum, Maximum ?? values.Minimum);
        double maximum = Maximum ?? Math.Max(values.Maximum, minimum);
        return VoiWindow.Between(minimum, maximum);
    }
}
