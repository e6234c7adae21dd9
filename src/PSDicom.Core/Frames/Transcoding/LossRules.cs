using System;
using PSDicom.Data;

namespace PSDicom.Frames.Transcoding;

/// <summary>Refuses loss where it would change meanings, or add to earlier loss unasked.</summary>
internal static class LossRules
{
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
        if (Array.IndexOf(DicomUID.LabelsAndQuantities, sopClass) >= 0 || modality is "SEG" or "RTDOSE")
        {
            string name = DicomUID.TryGet(sopClass ?? string.Empty, out DicomUID? uid) ? uid.Name : "Modality " + QuotedText.Of(DicomVR.CS, modality ?? string.Empty);
            return $"The pixels of this object ({name}) are labels or quantities";
        }

        if (dataset.GetText(DicomTag.PhotometricInterpretation) == Pixels.PhotometricInterpretations.Palette) return "The pixels are entries of a palette";
        return dataset.GetInteger(DicomTag.BitsAllocated) == 1 || dataset.GetInteger(DicomTag.BitsStored) == 1 ? "The pixels are single bits" : null;
    }
}
