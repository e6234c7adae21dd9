using System;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Jpeg;

/// <summary>What JFIF says of the size of pixels (ITU-T T.871 10.1): how many there are across and down a unit of length.</summary>
/// <param name="Unit">0: none, and the numbers have only the aspect ratio; 1: inch; 2: cm.</param>
/// <param name="Horizontal">Pixels across a unit.</param>
/// <param name="Vertical">Pixels down a unit.</param>
internal readonly record struct PixelDensity(byte Unit, ushort Horizontal, ushort Vertical)
{
    private const double CentimetreInMillimetres = 10;
    private const double InchInMillimetres = 25.4;

    // Densities are whole numbers: pixels as large as those of scintigraphy would be wrong by a tenth.
    private const double Tolerance = 0.01;

    // Fine enough for any ratio of sides.
    private const double LongerSide = 10000;

    /// <summary>The density in cm if whole numbers tell it well, else in inches, else just the aspect ratio.</summary>
    public static PixelDensity Of(Picture picture)
    {
        double width = picture.PixelWidth ?? 0, height = picture.PixelHeight ?? 0;
        if (!IsLength(width) || !IsLength(height)) return new PixelDensity(0, 1, 1);
        if (Fits(CentimetreInMillimetres, width) && Fits(CentimetreInMillimetres, height))
            return In(2, CentimetreInMillimetres / width, CentimetreInMillimetres / height);
        if (Fits(InchInMillimetres, width) && Fits(InchInMillimetres, height))
            return In(1, InchInMillimetres / width, InchInMillimetres / height);
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
