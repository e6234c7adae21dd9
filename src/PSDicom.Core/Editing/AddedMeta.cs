using System.Text;

namespace PSDicom.Editing;

/// <summary>Plans file meta information for a file that has none (PS3.10 section 7.1).</summary>
internal static class AddedMeta
{
    /// <summary>Notes the transfer syntax that the new file meta information declares; what else it needs follows from the data set.</summary>
    /// <exception cref="DicomException">The transfer syntax is not known, because the pixel data is compressed.</exception>
    public static void Plan(DicomFile file, EditedFile edited)
    {
        if (file.Parts.HasMeta) return;
        if (file.Dataset[DicomTag.PixelData] is { IsEncapsulated: true })
            throw new DicomException(DicomErrorReason.UnknownTransferSyntax, "The pixel data is compressed, but the file does not say how. File meta information would have to say it.");
        string uid = file.Parts.IsDeflated ? DicomTransferSyntax.DeflatedExplicitVRLittleEndian.UID : file.TransferSyntax.UID;
        edited.Edit.Meta.Element(DicomTag.TransferSyntaxUID, exists: false).Write(new NewValue(DicomVR.UI, Encoding.ASCII.GetBytes(uid)));
        edited.Note(nameof(DicomTag.TransferSyntaxUID), ChangeKind.Set, null, uid);
    }
}
