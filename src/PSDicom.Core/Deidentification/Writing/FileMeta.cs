using System.IO;
using PSDicom.Editing;
using PSDicom.Editing.Splicing;
using PSDicom.IO;

namespace PSDicom.Deidentification.Writing;

/// <summary>File meta information made anew, with a preamble of zeros (PS3.15 section E.1.1, PS3.10 section 7.1): nothing of the source's.</summary>
internal sealed class FileMeta
{
    private const int PreambleLength = 128;

    private FileMeta()
    {
    }

    /// <summary>The position of the first element.</summary>
    public static long Start => PreambleLength + 4;

    /// <summary>The encoding of the elements.</summary>
    public static DicomEncoding Encoding => DicomEncoding.ExplicitLittleEndian;

    /// <summary>The bytes up to the data set.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The digest of the elements.</summary>
    public TokenDigest Digest { get; } = new();

    /// <summary>Makes the start of a file.</summary>
    /// <param name="sopClass">The SOP class; null if the file has none.</param>
    /// <param name="sopInstance">The new identifier of the instance; null if it has none.</param>
    /// <param name="transferSyntax">The transfer syntax.</param>
    public static FileMeta Of(string? sopClass, string? sopInstance, string transferSyntax)
    {
        var meta = new FileMeta();
        var elements = new MemoryStream();
        DicomTag length = DicomTag.FileMetaInformationGroupLength;
        meta.Digest.Add(length, sizeof(uint), []);
        meta.Write(elements, DicomTag.FileMetaInformationVersion, DicomVR.OB, [0, 1]);
        if (sopClass is not null) meta.Write(elements, DicomTag.MediaStorageSOPClassUID, DicomVR.UI, Ascii(sopClass));
        if (sopInstance is not null) meta.Write(elements, DicomTag.MediaStorageSOPInstanceUID, DicomVR.UI, Ascii(sopInstance));
        meta.Write(elements, DicomTag.TransferSyntaxUID, DicomVR.UI, Ascii(transferSyntax));
        meta.Write(elements, DicomTag.ImplementationClassUID, DicomVR.UI, Ascii(Implementation.ClassUID));
        meta.Write(elements, DicomTag.ImplementationVersionName, DicomVR.SH, Ascii(Implementation.VersionName));

        var start = new MemoryStream();
        start.Write(new byte[PreambleLength], 0, PreambleLength);
        start.Write(Ascii("DICM"), 0, 4);
        EditEncoder.WriteHeader(start, length, DicomVR.UL, sizeof(uint), Encoding);
        EditEncoder.WriteUInt32(start, (uint)elements.Length, Encoding);
        elements.WriteTo(start);
        meta.Bytes = start.ToArray();
        return meta;
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    private void Write(MemoryStream elements, DicomTag tag, DicomVR vr, byte[] bytes)
    {
        byte[] padded = new NewValue(vr, bytes).In(Encoding);
        Digest.Add(tag, padded.Length, padded);
        EditEncoder.WriteHeader(elements, tag, vr, padded.Length, Encoding);
        elements.Write(padded, 0, padded.Length);
    }
}
