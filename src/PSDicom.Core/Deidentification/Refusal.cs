using System;
using PSDicom.Deidentification.BurnedIn;

namespace PSDicom.Deidentification;

/// <summary>Refuses files that the chosen rules cannot make free of identities: they never pass silently.</summary>
internal static class Refusal
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rules">The rules of the run.</param>
    /// <param name="pixels">What is done with the pixels.</param>
    /// <returns>The warning about an image that is let pass; null if there is none.</returns>
    /// <exception cref="DicomException">It is refused; each kind has its own reason.</exception>
    public static DicomWarning? Check(DicomFile file, ProtectionRules rules, PixelCleaning pixels)
    {
        DicomDataset dataset = file.Dataset;
        string sopClass = dataset.GetText(DicomTag.SOPClassUID)?.Trim() ?? file.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID)?.Trim() ?? string.Empty;
        if (sopClass == DicomUID.MediaStorageDirectory || dataset.Contains(DicomTag.DirectoryRecordSequence))
            throw new DicomException(DicomErrorReason.DirectoryNotEditable, "This is a DICOMDIR, a directory of other files with their names and their patients. Leave it out, and make a new one of the copies.");
        if (sopClass.Length > 0 && !sopClass.StartsWith(DicomUID.StandardRoot, StringComparison.Ordinal))
            throw new DicomException(DicomErrorReason.PrivateObjectNotCleaned, "The file is of a SOP class of a vendor's own, of which no table says where identities are. It is not de-identified.");
        if (sopClass.StartsWith(DicomUID.DocumentRoot, StringComparison.Ordinal))
            throw new DicomException(DicomErrorReason.DocumentNotCleaned, "The file is a document in DICOM, such as a PDF, whose pages are not looked into. It is not de-identified.");
        if (!rules.Cleans(Cleaning.StructuredContent) && (sopClass.StartsWith(DicomUID.StructuredReportRoot, StringComparison.Ordinal) || dataset.GetText(DicomTag.Modality)?.Trim() == "SR"))
            throw new DicomException(DicomErrorReason.StructuredContentNotCleaned, "The file is a structured report, whose content is about the patient. Clean StructuredContent (-Clean StructuredContent, --clean StructuredContent) to copy it without its text and names.");
        if (!rules.Cleans(Cleaning.Graphics) && (sopClass.StartsWith(DicomUID.PresentationStateRoot, StringComparison.Ordinal) || dataset.GetText(DicomTag.Modality)?.Trim() == "PR"))
            throw new DicomException(DicomErrorReason.GraphicsNotCleaned, "The file is a presentation state, whose annotations can name the patient. Clean Graphics (-Clean Graphics, --clean Graphics) to copy it without its text.");
        return CheckPixels(rules, pixels);
    }

    private static DicomWarning? CheckPixels(ProtectionRules rules, PixelCleaning pixels)
    {
        if (pixels.Area is not null || (pixels.Risk is null && pixels.Fault is null)) return null;
        if (rules.AllowsBurnedIn)
        {
            string risk = pixels.Risk ?? "a rule names pixels of it";
            return new DicomWarning($"The image may have text in its pixels, which are copied as they are: {risk}.{(pixels.Fault is { } fault ? " " + fault.Detail : string.Empty)}");
        }

        throw pixels.Fault ?? new DicomException(
            DicomErrorReason.BurnedInPossible,
            $"The image may have text in its pixels that names the patient: {pixels.Risk}. "
                + (rules.Cleans(Cleaning.PixelData)
                    ? "Neither its ultrasound regions nor a recipe of its device say where. Name rectangles (-Region, --region); or look at it, and if it has no text, allow such images (-AllowBurnedIn, --allow-burned-in)."
                    : "Clean PixelData (-Clean PixelData, --clean PixelData); or look at it, and if it has no text, allow such images (-AllowBurnedIn, --allow-burned-in)."));
    }
}
