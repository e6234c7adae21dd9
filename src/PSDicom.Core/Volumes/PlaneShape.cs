using System;

namespace PSDicom.Volumes;

/// <summary>The orientation and pixel spacing of an image plane (PS3.3 sections C.7.6.2.1.1 and 10.7.1). Frames with an equal plane share the object.</summary>
/// <param name="Row">The unit vector along a row, from column to column.</param>
/// <param name="Column">The unit vector along a column, from row to row.</param>
/// <param name="ColumnSpacing">The distance between pixel centers along a row in mm.</param>
/// <param name="RowSpacing">The distance between pixel centers along a column in mm.</param>
internal sealed record PlaneShape(Vector3d Row, Vector3d Column, double ColumnSpacing, double RowSpacing)
{
    private const double MaxSkew = 0.02;
    private const double MaxSpacing = 1e6;

    /// <summary>The normal, along which slices are counted: row x column.</summary>
    public Vector3d Normal => Row.Cross(Column);

    /// <summary>Creates a plane from the attributes of a file.</summary>
    /// <param name="cosines">The six direction cosines of Image Orientation.</param>
    /// <param name="spacing">The two numbers of Pixel Spacing: the distance between rows first.</param>
    /// <returns>Null if the directions are not perpendicular, or the spacings not positive.</returns>
    public static PlaneShape? Of(double[]? cosines, double[]? spacing)
    {
        if (cosines is null || spacing is null) return null;
        var row = new Vector3d(cosines[0], cosines[1], cosines[2]);
        var column = new Vector3d(cosines[3], cosines[4], cosines[5]);
        if (!IsDirection(row) || !IsDirection(column)) return null;
        row /= row.Length;
        column /= column.Length;
        if (Math.Abs(row.Dot(column)) > MaxSkew) return null;
        return spacing[0] is > 0 and < MaxSpacing && spacing[1] is > 0 and < MaxSpacing ? new PlaneShape(row, column, spacing[1], spacing[0]) : null;
    }

    // With few digits in the file, the length is only nearly 1.
    private static bool IsDirection(Vector3d direction) => direction.Length is > 0.9 and < 1.1;
}
