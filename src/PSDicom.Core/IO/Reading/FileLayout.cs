using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>Finds the first element of a file and the encoding, also in files that do not conform to PS3.10 section 7.1.</summary>
internal static class FileLayout
{
    private const int PreambleLength = 128;
    private const int InflatedToCheck = 1024;

    /// <summary>The position of the first element: after preamble and prefix, after the prefix alone, or at the start.</summary>
    /// <exception cref="DicomException">The file is empty or not DICOM.</exception>
    public static long FindFirstElement(ByteWindow window)
    {
        if (window.Get(0, 1).IsEmpty)
            throw new DicomException(DicomErrorReason.EmptyFile, "The file is empty: it has no bytes.");
        if (HasPrefix(window, PreambleLength) && !IsPrefixByChance(window)) return PreambleLength + 4;
        if (HasPrefix(window, 0)) return 4;
        foreach (long start in (long[])[0, PreambleLength, PreambleLength + 4])
        {
            if (LooksLikeElement(window, start)) return start;
        }

        throw new DicomException(
            DicomErrorReason.NotDicom, "This is not a DICOM file: there is no 'DICM' after the first 128 bytes, nor a DICOM element at the start.", offset: 0);
    }

    /// <summary>Whether a file is certainly DICOM, with or without the prefix: pixel values can look like one element by chance, but not like three.</summary>
    public static bool IsDicom(ByteWindow window)
    {
        if (HasPrefix(window, PreambleLength)) return true;
        foreach (long start in (long[])[0, PreambleLength, PreambleLength + 4])
        {
            if (!LooksLikeElement(window, start)) continue;
            FindEncoding(window, start, DicomEncoding.ImplicitLittleEndian, out int points);
            if (points == HeaderEvidence.Max) return true;
        }

        return false;
    }

    /// <summary>The actual encoding of the elements at the position, which may differ from the declared one.</summary>
    /// <param name="window">The file.</param>
    /// <param name="position">The start of the first element.</param>
    /// <param name="declared">The declared encoding, or else the most common one.</param>
    /// <param name="points">The evidence for the returned encoding, as counted by <see cref="HeaderEvidence"/>.</param>
    public static DicomEncoding FindEncoding(ByteWindow window, long position, DicomEncoding declared, out int points) =>
        new HeaderEvidence(window).Choose(
            position,
            long.MaxValue,
            declared,
            [
                new DicomEncoding(!declared.IsExplicit, declared.IsBigEndian),
                new DicomEncoding(true, !declared.IsBigEndian),
                new DicomEncoding(false, !declared.IsBigEndian),
            ],
            out points);

    /// <inheritdoc cref="FindEncoding(ByteWindow, long, DicomEncoding, out int)"/>
    public static DicomEncoding FindEncoding(ByteWindow window, long position, DicomEncoding declared) => FindEncoding(window, position, declared, out _);

    /// <summary>Whether there is an element of the standard with a value that is followed by an element or the end.</summary>
    public static bool LooksLikeElement(ByteWindow window, long position)
    {
        DicomEncoding encoding = FindEncoding(window, position, DicomEncoding.ImplicitLittleEndian);
        if (!new ElementHeaderReader(window).TryRead(position, long.MaxValue, encoding, out ElementHeader header)) return false;
        if (!IsStandard(header.Tag)) return false;
        if (header.IsUndefinedLength) return true;
        long next = position + header.Size + header.Length;
        if (next >= window.Length) return next == window.Length && header.VR is not null;
        ReadOnlySpan<byte> bytes = window.Get(next, 4);
        return bytes.Length == 4 && encoding.ReadTag(bytes) > header.Tag && (IsStandard(encoding.ReadTag(bytes)) || encoding.ReadTag(bytes).IsPrivate);
    }

    /// <summary>Whether the bytes at the position are not elements but inflate to elements.</summary>
    public static bool IsDeflated(ByteSource source, ByteWindow window, long position)
    {
        FindEncoding(window, position, DicomEncoding.ExplicitLittleEndian, out int points);
        if (points >= HeaderEvidence.Enough) return false;
        using var inflated = new ByteWindow(Inflater.InflateStart(source, position, InflatedToCheck), InflatedToCheck);
        return LooksLikeElement(inflated, 0);
    }

    private static bool HasPrefix(ByteWindow window, long position)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 4);
        return bytes.Length == 4 && bytes[0] == 'D' && bytes[1] == 'I' && bytes[2] == 'C' && bytes[3] == 'M';
    }

    /// <summary>Whether the prefix is part of a value: there are elements at the start of the file, and none after the prefix.</summary>
    private static bool IsPrefixByChance(ByteWindow window)
    {
        ReadOnlySpan<byte> first = window.Get(PreambleLength + 4, 4);
        if (first.Length == 4 && DicomEncoding.ExplicitLittleEndian.ReadTag(first).Group == MetaSelection.Group) return false;
        return !LooksLikeElement(window, PreambleLength + 4) && LooksLikeElement(window, 0);
    }

    private static bool IsStandard(DicomTag tag) => !tag.IsPrivate && tag.Value != 0 && DicomDictionary.FindVR(tag) is not null;
}
