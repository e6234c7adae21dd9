using System;
using PSDicom.Rendering;

namespace PSDicom.Operations;

/// <summary>The windowing that a user asks for in one of three ways.</summary>
public static class WindowingChoice
{
    /// <summary>Makes a windowing of a name, of center and width, or of the values that become black and white.</summary>
    /// <param name="window">A name, such as that of a preset; null if it is not given.</param>
    /// <param name="center">The center; null if it is not given.</param>
    /// <param name="width">The width; null if it is not given.</param>
    /// <param name="minimum">The value that becomes black; null if it is not given.</param>
    /// <param name="maximum">The value that becomes white; null if it is not given.</param>
    /// <returns>The default if nothing is given.</returns>
    /// <exception cref="ArgumentException">More than one way is used, or one by half.</exception>
    public static Windowing Of(string? window, double? center, double? width, double? minimum, double? maximum) => throw new NotSupportedException();
}
