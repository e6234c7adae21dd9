using System;
using System.Linq;

namespace PSDicom.Deidentification.BurnedIn;

/// <summary>Tells which images may have text in their pixels: by their kind, and by what they say themselves.</summary>
internal static class BurnedInRisk
{
    private static readonly string[] Modalities = ["US", "IVUS", "BDUS", "ES", "XC", "GM", "SM", "DMS", "OT", "SC", "OP", "OCT", "OPM", "OPV", "DOC", "HC", "ECG", "EPS"];

    /// <summary>Why an image is at risk, to follow "because"; null if it is not.</summary>
    /// <param name="dataset">The data set of the file.</param>
    public static string? Find(DicomDataset dataset)
    {
        if (!dataset.Contains(DicomTag.PixelData)) return null;
        string? declared = dataset.GetText(DicomTag.BurnedInAnnotation)?.Trim();
        if (declared == "YES") return "it says so itself, in Burned In Annotation (0028,0301)";
        string sopClass = dataset.GetText(DicomTag.SOPClassUID)?.Trim() ?? string.Empty;
        if (sopClass == DicomUID.SecondaryCaptureStorage || sopClass.StartsWith(DicomUID.SecondaryCaptureStorage + ".", StringComparison.Ordinal)) return "it is a secondary capture";
        string modality = dataset.GetText(DicomTag.Modality)?.Trim() ?? string.Empty;
        if (Modalities.Contains(modality)) return $"images of modality {modality} often have";
        if (sopClass.StartsWith(DicomUID.VisibleLightRoot, StringComparison.Ordinal)) return "photographs and videos often have";
        if (dataset.Contains(DicomTag.ConversionType)) return "it was converted from another form (0008,0064)";
        string[] type = dataset.GetTexts(DicomTag.ImageType);
        bool isScreen = type.Any(value => value.IndexOf("SCREEN", StringComparison.OrdinalIgnoreCase) >= 0);
        bool isSecondary = type.Any(value => value.Trim() == "SECONDARY") && declared != "NO";
        return isScreen || isSecondary ? "its Image Type (0008,0008) is that of a processed image or of a picture of a screen" : null;
    }
}
