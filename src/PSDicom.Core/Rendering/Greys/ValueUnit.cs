namespace PSDicom.Rendering.Greys;

/// <summary>The units of rescaled values (PS3.3 section C.11.1.1.2).</summary>
internal static class ValueUnit
{
    private const string Unspecified = "US";

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.Modality, DicomTag.RescaleSlope, DicomTag.RescaleType, DicomTag.Units];

    /// <summary>The unit of an item of the Modality LUT Sequence.</summary>
    public static string? OfLut(DicomDataset item) => Known(item.GetText(DicomTag.ModalityLUTType));

    /// <summary>The unit of a slope and an intercept.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="source">The data set itself, or the item of a frame that has the slope.</param>
    public static string? OfRescale(DicomDataset dataset, DicomDataset source)
    {
        if (source.GetText(DicomTag.RescaleType) is { } type) return Known(type);
        if (!source.Contains(DicomTag.RescaleSlope)) return null;

        // CT omits Rescale Type for Hounsfield units (PS3.3 section C.8.2.1). PET has the attribute Units (C.8.9.1).
        return dataset.GetText(DicomTag.Modality) switch
        {
            "CT" => "HU",
            "PT" => dataset.GetText(DicomTag.Units),
            _ => null,
        };
    }

    private static string? Known(string? unit) => unit is Unspecified or "" ? null : unit;
}
