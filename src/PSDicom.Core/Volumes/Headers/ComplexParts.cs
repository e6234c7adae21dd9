namespace PSDicom.Volumes.Headers;

/// <summary>Reads the part of a complex number that the pixels of an MR image are: magnitude, phase, real or imaginary part.</summary>
internal static class ComplexParts
{
    /// <summary>M, P, R or I; other values of Complex Image Component (0008,9208) unchanged; null if unknown.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frameType">The functional group with the frame type; null if missing.</param>
    /// <param name="imageType">The image type.</param>
    public static string? Find(DicomDataset dataset, DicomDataset? frameType, string? imageType) =>
        OfName(frameType?.GetText(DicomTag.ComplexImageComponent) ?? dataset.GetText(DicomTag.ComplexImageComponent))
        ?? OfImageType(imageType)
        ?? OfGE(PrivateAttribute.GEImageKind.Number(dataset));

    private static string? OfName(string? name) => name switch
    {
        null => null,
        "MAGNITUDE" => "M",
        "PHASE" => "P",
        "REAL" => "R",
        "IMAGINARY" => "I",
        _ => name,
    };

    /// <summary>Manufacturers write it as the third or a later value.</summary>
    private static string? OfImageType(string? imageType)
    {
        string[] values = imageType?.Split('\\') ?? [];
        for (int i = 2; i < values.Length; i++)
        {
            switch (values[i])
            {
                case "M" or "P" or "R" or "I": return values[i];
                case "MAGNITUDE" or "PHASE" or "REAL" or "IMAGINARY": return OfName(values[i]);
                case "PHASE MAP": return "P";
            }
        }

        return null;
    }

    private static string? OfGE(double? kind) => kind switch
    {
        0 => "M",
        1 => "P",
        2 => "R",
        3 => "I",
        _ => null,
    };
}
