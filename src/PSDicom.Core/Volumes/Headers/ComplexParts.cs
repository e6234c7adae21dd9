namespace PSDicom.Volumes.Headers;

/// <summary>Which part of a complex number the pixels of a magnetic resonance image are: magnitude, phase, real or imaginary part.</summary>
internal static class ComplexParts
{
    /// <summary>M, P, R or I; another value of Complex Image Component (0008,9208) as it is; null if the file does not say.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frameType">The functional group of the frame's type, if it has one.</param>
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

    /// <summary>Makers write it as one of the values from the third on.</summary>
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
