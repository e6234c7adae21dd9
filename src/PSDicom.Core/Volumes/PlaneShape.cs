using System;

namespace PSDicom.Volumes;

/// <summary>How the plane of an image is turned, and how far apart its pixels are (PS3.3 sections C.7.6.2.1.1 and 10.7.1). Frames that have it in common share it.</summary>
/// <param name="Row">The direction of a row, from column to column; of length 1.</param>
/// <param name="Column">The direction of a column, from row to row; of length 1.</param>
/// <param name="ColumnSpacing">From the center of a pixel to that of the next one of its row, in mm.</param>
/// <param name="RowSpacing">From the center of a pixel to that of the next one of its column, in mm.</param>
internal sealed record PlaneShape(Vector3d Row, Vector3d Column, double ColumnSpacing, double RowSpacing)
{
    private const double MaxSkew = 0.02;
    private const double MaxSpacing = 1e6;

    /// <summary>The direction in which slices are counted: row x column.</summary>
    public Vector3d Normal => Row.Cross(Column);

    /// <summary>Makes the plane of what a file says.</summary>
    /// <param name="cosines">The six direction cosines of Image Orientation.</param>
    /// <param name="spacing">The two numbers of Pixel Spacing: between rows first.</param>
    /// <returns>Null if they are no plane: directions that are not perpendicular, or spacings that are not positive.</returns>
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

    // Written with few digits, its length may not be quite 1.
    private static bool IsDirection(Vector3d direction) => direction.Length is > 0.9 and < 1.1;
}
