namespace PSDicom.Rendering.Greys;

/// <summary>What a stored value of an RT dose stands for (PS3.3 section C.8.8.3).</summary>
internal sealed class DoseGrid
{
    private DoseGrid(double? scaling, string? units)
    {
        Scaling = scaling;
        Units = units;
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.Modality, DicomTag.DoseUnits, DicomTag.DoseGridScaling];

    /// <summary>Dose Grid Scaling, which stored values are multiplied by; null if it is missing, where it must not be.</summary>
    public double? Scaling { get; }

    /// <summary>Dose Units: GY or RELATIVE.</summary>
    public string? Units { get; }

    /// <summary>Reads it.</summary>
    /// <returns>Null if the image is no dose.</returns>
    public static DoseGrid? Read(DicomDataset dataset)
    {
        double? scaling = dataset.GetNumber(DicomTag.DoseGridScaling) is { } number && number != 0 ? number : null;
        return scaling is not null || dataset.GetText(DicomTag.Modality) == "RTDOSE" ? new DoseGrid(scaling, dataset.GetText(DicomTag.DoseUnits)) : null;
    }

    /// <summary>What the user should know; null if there is nothing.</summary>
    /// <param name="isRescaled">Whether the image has a rescale slope or intercept too, which doses do not have.</param>
    public DicomWarning? WarningBeside(bool isRescaled) =>
        Scaling is null ? new DicomWarning("Dose Grid Scaling is missing or no number: values are those stored, not doses.", tagPath: "DoseGridScaling")
        : isRescaled ? new DicomWarning("Rescale Slope and Intercept were left out: doses are stored values times Dose Grid Scaling.", tagPath: "RescaleSlope")
        : null;
}
