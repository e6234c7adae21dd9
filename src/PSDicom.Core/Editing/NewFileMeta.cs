using System.Collections.Generic;
using System.IO;
using PSDicom.Editing.Splicing;
using PSDicom.IO;

namespace PSDicom.Editing;

/// <summary>File meta information for a file that has none (PS3.10 section 7.1).</summary>
internal static class NewFileMeta
{
    private const int Preamble = 128;

    /// <summary>The bytes of the file meta information, with preamble and prefix if the file has none.</summary>
    /// <param name="edit">Its elements.</param>
    /// <param name="hasPrefix">Whether the file has preamble and prefix.</param>
    /// <param name="start">The place of its first element in the bytes.</param>
    /// <param name="digest">Its digest.</param>
    public static byte[] Encode(DatasetEdit edit, bool hasPrefix, out int start, out ulong digest)
    {
        var tokens = new TokenDigest();
        tokens.Add(DicomTag.FileMetaInformationGroupLength, sizeof(uint), default);
        if (edit.Find(DicomTag.FileMetaInformationVersion) is null)
            edit.Element(DicomTag.FileMetaInformationVersion, exists: false).Write(new NewValue(DicomVR.OB, [0, 1]));
        var elements = new List<byte[]>();
        long length = 0;
        foreach (ElementEdit element in edit.Elements)
        {
            elements.Add(EditEncoder.Element(element, DicomEncoding.ExplicitLittleEndian, tokens));
            length += elements[elements.Count - 1].Length;
        }

        var bytes = new MemoryStream();
        if (!hasPrefix)
        {
            bytes.SetLength(Preamble);
            bytes.Position = Preamble;
            Add([(byte)'D', (byte)'I', (byte)'C', (byte)'M']);
        }

        start = (int)bytes.Length;
        Add(EditEncoder.Header(DicomTag.FileMetaInformationGroupLength, DicomVR.UL, sizeof(uint), DicomEncoding.ExplicitLittleEndian));
        Add(EditEncoder.Length(length, DicomEncoding.ExplicitLittleEndian));
        foreach (byte[] element in elements) Add(element);
        digest = tokens.Value;
        return bytes.ToArray();

        void Add(byte[] part) => bytes.Write(part, 0, part.Length);
    }
}
