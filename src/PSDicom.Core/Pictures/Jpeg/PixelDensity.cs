using System;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Jpeg;

/// <summary>The pixel density of a JFIF file (ITU-T T.871 10.1): pixels per unit of length.</summary>
/// <param name="Unit">0: none, the numbers are an aspect ratio; 1: inch; 2: cm.</param>
/// <param name="Horizontal">Horizontal pixels per unit.</param>
/// <param name="Vertical">Vertical pixels per unit.</param>
internal readonly record struct PixelDensity(byte Unit, ushort Horizontal, ushort Vertical)
{
    private const double MillimetersPerCentimeter = 10;
    private const double MillimetersPerInch = 25.4;

    // Densities are integers: for large pixels, as in scintigraphy, the error can be a tenth.
    private const double Tolerance = 0.01;

    // Enough precision for any aspect ratio.
    private const double LongerSide = 10000;

    /// <summary>The density per cm if an integer is close enough, else per inch, else only the aspect ratio.</summary>
    public static PixelDensity Of(Picture picture)
    {
        double width = picture.PixelWidth ?? 0, height = picture.PixelHeight ?? 0;
        if (!IsLength(width) || !IsLength(height)) return new PixelDensity(0, 1, 1);
        if (Fits(MillimetersPerCentimeter, width) && Fits(MillimetersPerCentimeter, height))
            return In(2, MillimetersPerCentimeter / width, MillimetersPerCentimeter / height);
        if (Fits(MillimetersPerInch, width) && Fits(MillimetersPerInch, height))
            return In(1, MillimetersPerInch / width, MillimetersPerInch / height);
        if (width == height) return new PixelDensity(0, 1, 1);
        double longer = Math.Max(width, height);
        return In(0, Math.Max(1, LongerSide * height / longer), Math.Max(1, LongerSide * width / longer));
    }

    private static PixelDensity In(byte unit, double horizontal, double vertical) =>
        new(unit, (ushort)Math.Round(horizontal), (ushort)Math.Round(vertical));

    private static bool IsLength(double side) => side is > 0 and < double.PositiveInfinity;

    private static bool Fits(double unit, double side)
    {
        double density = unit / side, whole = Math.Round(density);
        return whole is >= 1 and <= ushort.MaxValue && Math.Abs(whole - density) <= Tolerance * density;
    }
}
