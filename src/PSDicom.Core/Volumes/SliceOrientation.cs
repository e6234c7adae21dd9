namespace PSDicom;

/// <summary>The orientation of slices in the patient, by the body axis that is nearest to their normal.</summary>
public enum SliceOrientation
{
    /// <summary>Unknown: the images have no position in the patient.</summary>
    None,

    /// <summary>Perpendicular to the axis from feet to head.</summary>
    Axial,

    /// <summary>Perpendicular to the axis from front to back.</summary>
    Coronal,

    /// <summary>Perpendicular to the axis from right to left.</summary>
    Sagittal,

    /// <summary>The normal is more than 37 degrees away from all three axes.</summary>
    Oblique,
}
