using System;
using PSDicom.Rendering.Greys;

namespace PSDicom.Operations.Export;

/// <summary>The windowing, given in one of three ways.</summary>
public static class WindowingChoice
{
    /// <summary>Creates a windowing from a name, a center and width, or the values shown as black and white.</summary>
    /// <param name="window">The text for <see cref="Windowing.Parse(string)"/>; null if not given.</param>
    /// <param name="center">The center; null if not given.</param>
    /// <param name="width">The width; null if not given.</param>
    /// <param name="minimum">The value shown as black; null if not given.</param>
    /// <param name="maximum">The value shown as white; null if not given.</param>
    /// <returns>The default if nothing is given.</returns>
    /// <exception cref="ArgumentException">More than one way is used, one is incomplete, or the numbers make no window.</exception>
    /// <exception cref="DicomException">The name of the window is invalid.</exception>
    public static Windowing Of(string? window, double? center, double? width, double? minimum, double? maximum)
    {
        bool hasWindow = center is not null || width is not null, hasRange = minimum is not null || maximum is not null;
        if ((window is null ? 0 : 1) + (hasWindow ? 1 : 0) + (hasRange ? 1 : 0) > 1)
            throw new ArgumentException("Choose a window by name, by center and width, or by minimum and maximum: use only one of these.");
        if (window is not null) return Windowing.Parse(window);
        if (hasWindow)
        {
            if (center is not { } middle || width is not { } extent)
                throw new ArgumentException("A window needs both a center and a width.");
            if (!IsFinite(middle) || !IsFinite(extent) || extent <= 0)
                throw new ArgumentException("The center of a window must be a number, and its width a number above 0.");
            return Windowing.Of(middle, extent);
        }

        if (!hasRange) return Windowing.Default;
        if (!IsFinite(minimum ?? 0) || !IsFinite(maximum ?? 0) || maximum <= minimum)
            throw new ArgumentException("Minimum and maximum must be numbers, with the maximum above the minimum.");
        return Windowing.Between(minimum, maximum);
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
