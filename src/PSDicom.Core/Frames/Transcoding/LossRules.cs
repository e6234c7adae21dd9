using System;
using PSDicom.Data;

namespace PSDicom.Frames.Transcoding;

/// <summary>Refuses loss where it would change meanings, or add to earlier loss unasked.</summary>
internal static class LossRules
{
    /// <summary>SOP classes whose values are not intensities: labels, doses, quantities.</summary>
    private static readonly string[] Quantities =
    [
        "1.2.840.10008.5.1.4.1.1.30", // Parametric Map Storage
        "1.2.840.10008.5.1.4.1.1.66.4", // Segmentation Storage
        "1.2.840.10008.5.1.4.1.1.66.7", // Label Map Segmentation Storage
        "1.2.840.10008.5.1.4.1.1.66.8", // Height Map Segmentation Storage
        "1.2.840.10008.5.1.4.1.1.7.1", // Multi-frame Single Bit Secondary Capture Image Storage
        "1.2.840.10008.5.1.4.1.1.77.1.5.6", // Wide Field Ophthalmic Photography 3D Coordinates Image Storage
        "1.2.840.10008.5.1.4.1.1.81.1", // Ophthalmic Thickness Map Storage
        "1.2.840.10008.5.1.4.1.1.82.1", // Corneal Topography Map Storage
        "1.2.840.10008.5.1.4.1.1.481.2", // RT Dose Storage
    ];

    /// <summary>Checks whether an image may be compressed with loss.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="isLossy">Whether its codestreams are lossy.</param>
    /// <param name="allowsRepeated">Whether it may be already compressed with loss.</param>
    /// <exception cref="DicomException">It may not.</exception>
    public static void Require(DicomDataset dataset, bool isLossy, bool allowsRepeated)
    {
        if (FindQuantity(dataset) is { } kind)
        {
            throw new DicomException(
                DicomErrorReason.LossNotAllowed, $"{kind}, not intensities, which a lossy compression would change to other ones. Choose a lossless transfer syntax.", tagPath: "PixelData");
        }

        if (allowsRepeated || !(isLossy || dataset.GetText(DicomTag.LossyImageCompression) == "01")) return;
        throw new DicomException(
            DicomErrorReason.RepeatedLoss,
            "The image was compressed with loss before, and would lose more. Choose a lossless transfer syntax, or allow repeated loss (-AllowRepeatedLoss, --allow-repeated-loss).",
            tagPath: "LossyImageCompression");
    }

    private static string? FindQuantity(DicomDataset dataset)
    {
        string? sopClass = dataset.GetText(DicomTag.SOPClassUID);
        string? modality = dataset.GetText(DicomTag.Modality);
        if (Array.IndexOf(Quantities, sopClass) >= 0 || modality is "SEG" or "RTDOSE")
        {
            string name = DicomUID.TryGet(sopClass ?? string.Empty, out DicomUID? uid) ? uid.Name : "Modality " + QuotedText.Of(DicomVR.CS, modality ?? string.Empty);
            return $"The pixels of this object ({name}) are labels or quantities";
        }

        if (dataset.GetText(DicomTag.PhotometricInterpretation) == Pixels.PhotometricInterpretations.Palette) return "The pixels are entries of a palette";
        return dataset.GetInteger(DicomTag.BitsAllocated) == 1 || dataset.GetInteger(DicomTag.BitsStored) == 1 ? "The pixels are single bits" : null;
    }
}
