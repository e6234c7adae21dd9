using System;
using System.Threading;
using PSDicom.Data;

namespace PSDicom.Validation.Checks;

/// <summary>The preamble, the prefix and the file meta information (PS3.10 section 7.1).</summary>
internal sealed class FileMetaCheck : IFileCheck
{
    private const int PreambleLength = 128;

    private static readonly byte[] Prefix = [(byte)'D', (byte)'I', (byte)'C', (byte)'M'];

    private static readonly DicomTag[] Required =
    [
        DicomTag.FileMetaInformationGroupLength, DicomTag.FileMetaInformationVersion, DicomTag.MediaStorageSOPClassUID,
        DicomTag.MediaStorageSOPInstanceUID, DicomTag.ImplementationClassUID,
    ];

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (!HasPrefix(file)) findings.Add(StructureFindings.PrefixMissing, "There is no prefix DICM at byte 128.", offset: PreambleLength);
        if (file.FileMeta.Elements.Count == 0)
        {
            findings.Add(StructureFindings.FileMetaMissing, "There is no file meta information.");
            return;
        }

        foreach (DicomTag tag in Required)
        {
            if (file.FileMeta[tag] is not { IsEmpty: false }) findings.Add(StructureFindings.FileMetaIncomplete, $"{tag} is missing or empty.", null, tag, null);
        }

        CheckVersion(file.FileMeta, findings);
        CheckTransferSyntax(file.FileMeta, findings);
    }

    private static bool HasPrefix(CheckedFile file)
    {
        if (file.Length < PreambleLength + Prefix.Length) return false;
        var bytes = new byte[Prefix.Length];
        file.Source.Read(PreambleLength, bytes);
        return bytes.AsSpan().SequenceEqual(Prefix);
    }

    private static void CheckVersion(DicomDataset meta, FindingList findings)
    {
        if (meta[DicomTag.FileMetaInformationVersion] is not { IsEmpty: false } version) return;
        ReadOnlySpan<byte> bytes = version.Bytes();
        if (bytes.Length == 2 && bytes[0] == 0 && bytes[1] == 1) return;
        findings.Add(StructureFindings.FileMetaVersion, "File Meta Information Version is not 00H 01H.", null, version.Tag, version.Offset);
    }

    private static void CheckTransferSyntax(DicomDataset meta, FindingList findings)
    {
        string? uid = meta.GetText(DicomTag.TransferSyntaxUID);
        if (uid is null)
        {
            findings.Add(StructureFindings.TransferSyntaxMissing, "Transfer Syntax UID is missing or empty.", null, DicomTag.TransferSyntaxUID, null);
        }
        else if (DicomTransferSyntax.Find(uid) is not { } syntax)
        {
            string quoted = QuotedText.Of(DicomVR.UI, uid);
            findings.Add(StructureFindings.TransferSyntaxUnknown, $"The transfer syntax is {quoted}, which the standard does not have.", null, DicomTag.TransferSyntaxUID, null);
        }
        else if (syntax.IsRetired)
        {
            findings.Add(StructureFindings.ElementRetired, $"The transfer syntax {syntax.Name} is retired.", null, DicomTag.TransferSyntaxUID, null);
        }
    }
}
