using System;
using System.Threading;

namespace PSDicom.Validation.Checks;

/// <summary>The unique identifiers of the object: that it has them, that they differ, and that the file meta information has the same.</summary>
internal sealed class IdentityCheck : IFileCheck
{
    /// <summary>Parts of the keywords of SOP classes that belong to no patient's study (PS3.3 section A.1.2).</summary>
    private static readonly string[] WithoutStudy =
        ["HangingProtocol", "ColorPalette", "Implant", "DefinedProcedureProtocol", "ProtocolApproval", "Inventory"];

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (file.IsDirectory) return;
        Compare(file, findings, DicomTag.MediaStorageSOPClassUID, DicomTag.SOPClassUID, IdentityFindings.SOPClassUIDMissing, IdentityFindings.SOPClassUIDDiffers);
        Compare(file, findings, DicomTag.MediaStorageSOPInstanceUID, DicomTag.SOPInstanceUID, IdentityFindings.SOPInstanceUIDMissing, IdentityFindings.SOPInstanceUIDDiffers);
        if (BelongsToStudy(file.SOPClass))
        {
            Require(file, findings, DicomTag.StudyInstanceUID, IdentityFindings.StudyInstanceUIDMissing);
            Require(file, findings, DicomTag.SeriesInstanceUID, IdentityFindings.SeriesInstanceUIDMissing);
        }

        CheckDifferent(file.Dataset, findings);
        if (file.SOPClass is { IsRetired: true } retired)
            findings.Add(StructureFindings.ElementRetired, $"The SOP class {retired.Name} is retired.", null, DicomTag.SOPClassUID, null);
    }

    private static void Compare(CheckedFile file, FindingList findings, DicomTag inMeta, DicomTag inDataset, FindingRule missing, FindingRule differs)
    {
        string? ofMeta = file.FileMeta.GetText(inMeta), ofDataset = file.Dataset.GetText(inDataset);
        if (ofDataset is null)
            findings.Add(missing, $"{inDataset} is missing or empty.", null, inDataset, null);
        else if (ofMeta is not null && ofMeta != ofDataset)
            findings.Add(differs, $"{inMeta} in the file meta information differs from {inDataset}.", null, inDataset, file.Dataset[inDataset]!.Offset);
    }

    private static void Require(CheckedFile file, FindingList findings, DicomTag tag, FindingRule missing)
    {
        if (file.Dataset.GetText(tag) is null) findings.Add(missing, $"{tag} is missing or empty.", null, tag, null);
    }

    private static bool BelongsToStudy(DicomUID? sopClass) =>
        sopClass is not null
        && sopClass.Keyword.IndexOf("Storage", StringComparison.Ordinal) >= 0
        && !Array.Exists(WithoutStudy, part => sopClass.Keyword.IndexOf(part, StringComparison.Ordinal) >= 0);

    private static void CheckDifferent(DicomDataset dataset, FindingList findings)
    {
        DicomTag[] tags = [DicomTag.StudyInstanceUID, DicomTag.SeriesInstanceUID, DicomTag.SOPInstanceUID];
        for (int i = 0; i < tags.Length; i++)
        {
            for (int j = i + 1; j < tags.Length; j++)
            {
                if (dataset.GetText(tags[i]) is { } uid && uid == dataset.GetText(tags[j]))
                    findings.Add(IdentityFindings.UIDNotUnique, $"{tags[i]} and {tags[j]} are the same identifier.", null, tags[j], dataset[tags[j]]!.Offset);
            }
        }
    }
}
