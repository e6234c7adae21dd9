namespace PSDicom.Rendering.Greys;

/// <summary>The scaling of an RT dose (PS3.3 section C.8.8.3).</summary>
internal sealed class DoseGrid
{
    private DoseGrid(double? scaling, string? units)
    {
        Scaling = scaling;
        Units = units;
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.Modality, DicomTag.DoseUnits, DicomTag.DoseGridScaling];

    /// <summary>Dose Grid Scaling, the factor of stored values; null if it is missing or not valid.</summary>
    public double? Scaling { get; }

    /// <summary>Dose Units: GY or RELATIVE.</summary>
    public string? Units { get; }

    /// <summary>Reads the dose attributes.</summary>
    /// <returns>The scaling; null if the image is not a dose.</returns>
    public static DoseGrid? Read(DicomDataset dataset)
    {
        double? scaling = dataset.GetNumber(DicomTag.DoseGridScaling) is { } number && number != 0 ? number : null;
        return scaling is not null || dataset.GetText(DicomTag.Modality) == "RTDOSE" ? new DoseGrid(scaling, dataset.GetText(DicomTag.DoseUnits)) : null;
    }

    /// <summary>The warning about these attributes; null if there is none.</summary>
    /// <param name="isRescaled">Whether the image also has Rescale Slope or Intercept, which do not apply to doses.</param>
    public DicomWarning? WarningBeside(bool isRescaled) =>
        Scaling is null ? new DicomWarning("Dose Grid Scaling is missing or not a number: the values are stored values, not doses.", tagPath: "DoseGridScaling")
        : isRescaled ? new DicomWarning("Rescale Slope and Intercept were ignored: doses are stored values times Dose Grid Scaling.", tagPath: "RescaleSlope")
        : null;
}
