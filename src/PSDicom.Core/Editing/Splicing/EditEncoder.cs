using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using PSDicom.IO;
using PSDicom.IO.Reading;

namespace PSDicom.Editing.Splicing;

/// <summary>Encodes new elements and items (PS3.5 section 7), and adds them to the digest of the file.</summary>
internal static class EditEncoder
{
    private const int MaxShortLength = 0xFFFE;

    /// <summary>The bytes of an element.</summary>
    public static byte[] Element(ElementEdit edit, DicomEncoding encoding, TokenDigest digest)
    {
        var bytes = new MemoryStream();
        WriteElement(bytes, edit, encoding, digest);
        return bytes.ToArray();
    }

    /// <summary>The bytes of items of defined length.</summary>
    public static byte[] Items(DicomTag sequence, IReadOnlyList<DatasetEdit> items, DicomEncoding encoding, TokenDigest digest)
    {
        var bytes = new MemoryStream();
        foreach (DatasetEdit item in items)
        {
            digest.Mark(DicomTokenKind.ItemStart, sequence);
            var content = new MemoryStream();
            foreach (ElementEdit element in item.Elements) WriteElement(content, element, encoding, digest);
            digest.Mark(DicomTokenKind.ItemEnd, sequence);
            WriteTag(bytes, new DicomTag(StructureTags.Item), encoding);
            WriteUInt32(bytes, (uint)content.Length, encoding);
            content.WriteTo(bytes);
        }

        return bytes.ToArray();
    }

    /// <summary>The four bytes of a length.</summary>
    public static byte[] Length(long length, DicomEncoding encoding)
    {
        var bytes = new byte[4];
        if (encoding.IsBigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, checked((uint)length));
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, checked((uint)length));
        return bytes;
    }

    /// <summary>The bytes before the value of an element.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="vr">The value representation; UN is written instead if it does not allow the length.</param>
    /// <param name="length">The length; <see cref="ElementHeader.UndefinedLength"/> if a delimiter ends the value.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    public static byte[] Header(DicomTag tag, DicomVR vr, uint length, DicomEncoding encoding)
    {
        var bytes = new MemoryStream(ElementHeader.MaxSize);
        WriteHeader(bytes, tag, vr, length, encoding);
        return bytes.ToArray();
    }

    /// <summary>The bytes of an item's header, or of a delimiter.</summary>
    public static byte[] Item(uint tag, uint length, DicomEncoding encoding)
    {
        var bytes = new MemoryStream(8);
        WriteTag(bytes, new DicomTag(tag), encoding);
        WriteUInt32(bytes, length, encoding);
        return bytes.ToArray();
    }

    private static void WriteElement(MemoryStream bytes, ElementEdit edit, DicomEncoding encoding, TokenDigest digest)
    {
        if (edit.Bulk is { } bulk)
        {
            bulk.AddTo(digest, edit.Tag);
            WriteHeader(bytes, edit.Tag, bulk.VR, bulk.DeclaredLength, encoding);
            return;
        }

        if (edit.Value is { } value)
        {
            byte[] content = value.In(encoding);
            digest.Add(edit.Tag, content.Length, content);
            WriteHeader(bytes, edit.Tag, value.VR, (uint)content.Length, encoding);
            bytes.Write(content, 0, content.Length);
            return;
        }

        // A sequence that did not exist has its items among those appended.
        List<DatasetEdit> items = [.. edit.NewItems ?? [], .. edit.Appended];
        if (items.Count == 0) digest.Add(edit.Tag, 0, default);
        else digest.Mark(DicomTokenKind.SequenceStart, edit.Tag);
        byte[] encoded = Items(edit.Tag, items, encoding, digest);
        if (items.Count > 0) digest.Mark(DicomTokenKind.SequenceEnd, edit.Tag);
        WriteHeader(bytes, edit.Tag, DicomVR.SQ, (uint)encoded.Length, encoding);
        bytes.Write(encoded, 0, encoded.Length);
    }

    /// <summary>Writes the header of an element.</summary>
    /// <param name="bytes">Receives it.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="vr">The value representation; UN is written for a value that is too long for it.</param>
    /// <param name="length">The length of the value; <see cref="ElementHeader.UndefinedLength"/> for what ends with a delimiter.</param>
    /// <param name="encoding">The encoding.</param>
    public static void WriteHeader(MemoryStream bytes, DicomTag tag, DicomVR vr, long length, DicomEncoding encoding)
    {
        WriteTag(bytes, tag, encoding);
        if (!encoding.IsExplicit)
        {
            WriteUInt32(bytes, unchecked((uint)length), encoding);
            return;
        }

        // A value that is too long for its value representation has UN (PS3.5 section 6.2.2).
        if (!vr.HasLongLength && length > MaxShortLength) vr = DicomVR.UN;
        bytes.WriteByte((byte)vr.Code[0]);
        bytes.WriteByte((byte)vr.Code[1]);
        if (!vr.HasLongLength)
        {
            WriteUInt16(bytes, (ushort)length, encoding);
            return;
        }

        WriteUInt16(bytes, 0, encoding);
        WriteUInt32(bytes, unchecked((uint)length), encoding);
    }

    /// <summary>Writes a tag.</summary>
    public static void WriteTag(MemoryStream bytes, DicomTag tag, DicomEncoding encoding)
    {
        WriteUInt16(bytes, tag.Group, encoding);
        WriteUInt16(bytes, tag.Element, encoding);
    }

    private static void WriteUInt16(MemoryStream bytes, ushort number, DicomEncoding encoding)
    {
        byte low = (byte)number, high = (byte)(number >> 8);
        bytes.WriteByte(encoding.IsBigEndian ? high : low);
        bytes.WriteByte(encoding.IsBigEndian ? low : high);
    }

    /// <summary>Writes a number of 32 bits.</summary>
    public static void WriteUInt32(MemoryStream bytes, uint number, DicomEncoding encoding)
    {
        ushort low = (ushort)number, high = (ushort)(number >> 16);
        WriteUInt16(bytes, encoding.IsBigEndian ? high : low, encoding);
        WriteUInt16(bytes, encoding.IsBigEndian ? low : high, encoding);
    }
}
