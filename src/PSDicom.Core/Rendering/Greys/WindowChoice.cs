using System;

namespace PSDicom.Rendering.Greys;

/// <summary>The window or VOI LUT of a frame, or how it is found from the frame's values.</summary>
internal sealed class WindowChoice
{
    /// <summary>The window or VOI LUT; null if it goes by the values.</summary>
    public IGreyMapping? Mapping { get; init; }

    /// <summary>Whether the frame is shown as it is, over the full range of its bits.</summary>
    public bool IsFullRange { get; init; }

    /// <summary>Going by the values: the share of them that is left out at either end.</summary>
    public double Tail { get; init; }

    /// <summary>Going by the values: what is black all the same; null for the smallest of the frame.</summary>
    public double? Minimum { get; init; }

    /// <summary>Going by the values: what is white all the same; null for the largest of the frame.</summary>
    public double? Maximum { get; init; }

    /// <summary>What the user should know of it.</summary>
    public DicomWarning? Warning { get; init; }

    /// <summary>The window that the values give.</summary>
    public VoiWindow Between(ValueRange values)
    {
        double minimum = Minimum ?? Math.Min(values.Minimum, Maximum ?? values.Minimum);
        double maximum = Maximum ?? Math.Max(values.Maximum, minimum);
        return VoiWindow.Between(minimum, maximum);
    }
}
