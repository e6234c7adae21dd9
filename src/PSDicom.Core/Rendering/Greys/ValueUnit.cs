namespace PSDicom.Rendering.Greys;

/// <summary>The units of what stored values stand for (PS3.3 section C.11.1.1.2).</summary>
internal static class ValueUnit
{
    private const string Unspecified = "US";

    private static readonly DicomTag Modality = new(0x0008_0060);
    private static readonly DicomTag RescaleSlope = new(0x0028_1053);
    private static readonly DicomTag RescaleType = new(0x0028_1054);
    private static readonly DicomTag ModalityLutType = new(0x0028_3004);
    private static readonly DicomTag Units = new(0x0054_1001);

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [Modality, RescaleSlope, RescaleType, Units];

    /// <summary>That of an item of the Modality LUT Sequence.</summary>
    public static string? OfLut(DicomDataset item) => Known(item.GetText(ModalityLutType));

    /// <summary>That of a slope and an intercept.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="source">Itself, or the item of a frame that has the slope.</param>
    public static string? OfRescale(DicomDataset dataset, DicomDataset source)
    {
        if (source.GetText(RescaleType) is { } type) return Known(type);
        if (!source.Contains(RescaleSlope)) return null;

        // CT leaves out the type of Hounsfield units (PS3.3 section C.8.2.1); PET has units of its own (C.8.9.1).
        return dataset.GetText(Modality) switch
        {
            "CT" => "HU",
            "PT" => dataset.GetText(Units),
            _ => null,
        };
    }

    private static string? Known(string? unit) => unit is Unspecified or "" ? null : unit;
}
