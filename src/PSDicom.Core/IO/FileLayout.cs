using System;

namespace PSDicom.IO;

/// <summary>Finds where the elements of a file begin and how they are encoded, whatever it has of the form of PS3.10 section 7.1.</summary>
internal static class FileLayout
{
    private const int PreambleLength = 128;

    /// <summary>Where the first element is: after preamble and prefix, after the prefix alone, or at the start.</summary>
    /// <exception cref="DicomException">Nothing there looks like DICOM.</exception>
    public static long FindFirstElement(ByteWindow window)
    {
        if (window.Get(0, 1).IsEmpty)
            throw new DicomException(DicomErrorReason.EmptyFile, "The file is empty: it has no bytes.");
        if (HasPrefix(window, PreambleLength)) return PreambleLength + 4;
        if (HasPrefix(window, 0)) return 4;
        foreach (long start in (long[])[0, PreambleLength, PreambleLength + 4])
        {
            if (LooksLikeElement(window, start)) return start;
        }

        throw new DicomException(
            DicomErrorReason.NotDicom, "This is not a DICOM file: there is no 'DICM' after the first 128 bytes, nor a DICOM element at the start.", offset: 0);
    }

    /// <summary>How the elements at the position really are encoded, where that differs from what is declared.</summary>
    public static DicomEncoding FindEncoding(ByteWindow window, long position, DicomEncoding declared)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 8);
        if (bytes.Length < 8) return declared;

        // Whichever byte order makes the first tag one of the standard's.
        var reversed = new DicomEncoding(false, !declared.IsBigEndian);
        bool isReversed = !IsStandard(declared.ReadTag(bytes)) && IsStandard(reversed.ReadTag(bytes));
        bool isBigEndian = isReversed != declared.IsBigEndian;
        var asExplicit = new DicomEncoding(true, isBigEndian);
        var asImplicit = new DicomEncoding(false, isBigEndian);
        if (DicomVR.Find(bytes[4], bytes[5]) is not null) return asExplicit;

        if (!declared.IsExplicit) return asImplicit;
        uint length = asImplicit.ReadUInt32(bytes.Slice(4));
        bool couldBeImplicit = length == ElementHeader.UndefinedLength || window.CountAvailable(position + 8, length) == length;
        return couldBeImplicit ? asImplicit : asExplicit;
    }

    private static bool HasPrefix(ByteWindow window, long position)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 4);
        return bytes.Length == 4 && bytes[0] == 'D' && bytes[1] == 'I' && bytes[2] == 'C' && bytes[3] == 'M';
    }

    /// <summary>Whether there is an element of the standard whose value, too, is followed by an element or the end.</summary>
    private static bool LooksLikeElement(ByteWindow window, long position)
    {
        DicomEncoding encoding = FindEncoding(window, position, DicomEncoding.ImplicitLittleEndian);
        if (!new ElementHeaderReader(window).TryRead(position, window.Length, encoding, out ElementHeader header)) return false;
        if (!IsStandard(header.Tag)) return false;
        if (header.IsUndefinedLength) return true;
        long next = position + header.Size + header.Length;
        if (next >= window.Length) return next == window.Length && header.VR is not null;
        ReadOnlySpan<byte> bytes = window.Get(next, 4);
        return bytes.Length == 4 && encoding.ReadTag(bytes) > header.Tag && (IsStandard(encoding.ReadTag(bytes)) || encoding.ReadTag(bytes).IsPrivate);
    }

    private static bool IsStandard(DicomTag tag) => !tag.IsPrivate && tag.Value != 0 && DicomDictionary.FindVR(tag) is not null;
}
