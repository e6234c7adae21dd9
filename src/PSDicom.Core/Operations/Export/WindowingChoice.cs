using System;
using PSDicom.Rendering.Greys;

namespace PSDicom.Operations.Export;

/// <summary>The windowing that a user asks for in one of three ways.</summary>
public static class WindowingChoice
{
    /// <summary>Makes a windowing of a name, of center and width, or of the values that become black and white.</summary>
    /// <param name="window">As <see cref="Windowing.Parse(string)"/> reads it; null if it is not given.</param>
    /// <param name="center">The center; null if it is not given.</param>
    /// <param name="width">The width; null if it is not given.</param>
    /// <param name="minimum">The value that becomes black; null if it is not given.</param>
    /// <param name="maximum">The value that becomes white; null if it is not given.</param>
    /// <returns>The default if nothing is given.</returns>
    /// <exception cref="ArgumentException">More than one way is used, one by half, or with numbers that make no window.</exception>
    /// <exception cref="DicomException">The name cannot be that of a window.</exception>
    public static Windowing Of(string? window, double? center, double? width, double? minimum, double? maximum)
    {
        bool hasWindow = center is not null || width is not null, hasRange = minimum is not null || maximum is not null;
        if ((window is null ? 0 : 1) + (hasWindow ? 1 : 0) + (hasRange ? 1 : 0) > 1)
            throw new ArgumentException("A window is chosen by its name, by its center and width, or by minimum and maximum: use one of these ways.");
        if (window is not null) return Windowing.Parse(window);
        if (hasWindow)
        {
            if (center is not { } middle || width is not { } extent) throw new ArgumentException("A window has both a center and a width.");
            if (!IsFinite(middle) || !IsFinite(extent) || extent <= 0)
                throw new ArgumentException("The center of a window is a number, and its width a number above 0.");
            return Windowing.Of(middle, extent);
        }

        if (!hasRange) return Windowing.Default;
        if (!IsFinite(minimum ?? 0) || !IsFinite(maximum ?? 0) || maximum <= minimum)
            throw new ArgumentException("Minimum and maximum are numbers, and the maximum is above the minimum.");
        return Windowing.Between(minimum, maximum);
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
