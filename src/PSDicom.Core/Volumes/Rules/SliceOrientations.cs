using System;

namespace PSDicom.Volumes.Rules;

/// <summary>Classifies the orientation of slices in the patient.</summary>
internal static class SliceOrientations
{
    // Cosine of 37 degrees.
    private const double Near = 0.8;

    /// <param name="normal">The normal of the slices.</param>
    public static SliceOrientation Of(Vector3d normal) =>
        Math.Abs(normal.Z) >= Near ? SliceOrientation.Axial
        : Math.Abs(normal.Y) >= Near ? SliceOrientation.Coronal
        : Math.Abs(normal.X) >= Near ? SliceOrientation.Sagittal
        : SliceOrientation.Oblique;
}
