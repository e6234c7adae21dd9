namespace PSDicom;

/// <summary>How slices lie in the patient, by the axis of the patient that they are nearest to being perpendicular to.</summary>
public enum SliceOrientation
{
    /// <summary>Not known: the images have no position in the patient.</summary>
    None,

    /// <summary>Across the body, perpendicular to the axis from feet to head.</summary>
    Axial,

    /// <summary>Perpendicular to the axis from front to back.</summary>
    Coronal,

    /// <summary>Perpendicular to the axis from right to left.</summary>
    Sagittal,

    /// <summary>More than 37 degrees away from all three.</summary>
    Oblique,
}
