using System;
using System.Buffers;
using System.Linq;
using PSDicom.IO;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// Finds elements in the bytes of numbers and binary values. With a wrong length in the file, a value has the elements that follow it, such as the
/// name of the patient, and no rule for them is asked.
/// </summary>
internal static class SwallowedElements
{
    private const int Piece = 64 * 1024;

    /// <summary>Bytes of a tag, and of a value representation and a length, or of a length.</summary>
    private const int Header = 8;

    private const int TagSize = 4;

    /// <summary>Elements without value representations that are not chance.</summary>
    private const int InRow = 3;

    /// <summary>Whether a value has an element of the standard, in either encoding.</summary>
    /// <param name="element">An element with numbers or bytes. Pixel data are not searched.</param>
    public static bool AreIn(DicomElement element)
    {
        if (element.ByteLength < Header || element.Tag.IsPixelData || element.IsEncapsulated) return false;
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Piece, element.ByteLength));
        try
        {
            for (long start = 0; start <= element.ByteLength - Header; start += Piece - Header + 1)
            {
                Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(Piece, element.ByteLength - start));
                element.ReadBytes(start, bytes);
                for (int i = 0; i <= bytes.Length - Header; i++)
                {
                    if (IsExplicit(bytes.Slice(i), element.IsBigEndian) || IsImplicit(bytes.Slice(i), element, start + i)) return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A tag of the standard with its own value representation: by chance once in a million million bytes.</summary>
    private static bool IsExplicit(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        bytes[4] is >= (byte)'A' and <= (byte)'U' && bytes[5] is >= (byte)'A' and <= (byte)'Z' && DicomVR.Find(bytes[4], bytes[5]) is { } vr
        && DicomDictionary.TryGet(new DicomEncoding(true, isBigEndian).ReadTag(bytes), out DicomDictionaryEntry? entry) && entry.VRs.Contains(vr);

    /// <summary>Several elements of the standard in a row: in tables, one header may be chance.</summary>
    private static bool IsImplicit(ReadOnlySpan<byte> bytes, DicomElement element, long start)
    {
        var encoding = new DicomEncoding(false, element.IsBigEndian);
        if (encoding.ReadUInt32(bytes.Slice(TagSize)) > element.ByteLength) return false;
        Span<byte> header = stackalloc byte[Header];
        bytes.Slice(0, Header).CopyTo(header);
        DicomTag last = default;
        for (int found = 1; ; found++)
        {
            DicomTag tag = encoding.ReadTag(header);
            start += Header + encoding.ReadUInt32(header.Slice(TagSize));
            if (start > element.ByteLength || tag <= last || tag.IsGroupLength || DicomDictionary.FindVR(tag) is null) return false;
            if (found == InRow) return true;
            if (start > element.ByteLength - Header) return found > 1 && start == element.ByteLength;
            element.ReadBytes(start, header);
            last = tag;
        }
    }
}
