using System;
using System.Threading;
using PSDicom.Frames;

namespace PSDicom.Validation.Checks;

/// <summary>
/// The end of the file: zeros after the last element, and zeros in place of its end, which an interrupted copy leaves where it had reserved
/// the size.
/// </summary>
internal sealed class FileEndCheck : IFileCheck
{
    /// <summary>The size in which disks and shares reserve.</summary>
    private const int Block = 4096;

    /// <summary>The values before a block that may be zero themselves, in bytes.</summary>
    private const int MaxBefore = 64;

    /// <summary>Enough bytes to see mostly that an image does not end with zeros.</summary>
    private const int Few = 16;

    private const int Piece = 64 * 1024;

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (file.IsDeflated || findings.Has(FileFindings.Truncated) || findings.Has(FileFindings.TrailingData) || findings.Has(FileFindings.ZeroFilledEnd)) return;
        long trailing = file.Length - file.EndOfElements;
        if (trailing > 0 && IsZero(file, file.EndOfElements, trailing))
            findings.Add(FileFindings.TrailingZeros, FormattableString.Invariant($"{trailing} zero bytes follow the last element."), offset: file.EndOfElements);
        if (ImagePixels.FindPixelData(file.Dataset) is not { ByteLength: > Block } pixelData || pixelData.Offset + pixelData.ByteLength + Block < file.Length) return;
        CheckPixelData(file, pixelData, findings, cancellation);
    }

    private static void CheckPixelData(CheckedFile file, DicomElement pixelData, FindingList findings, CancellationToken cancellation)
    {
        long end = pixelData.Offset + pixelData.ByteLength;
        if (!IsZero(file, end - Few, Few) || !IsZero(file, end - Block, Block)) return;
        long first = FindZeros(file, pixelData.Offset, end, cancellation);
        long block = (first + Block - 1) / Block * Block;
        if (pixelData.IsEncapsulated ? IsWithinFragment(pixelData, first, end) : block - first <= MaxBefore && BreaksRow(file, pixelData, block))
            findings.Add(FileFindings.ZeroFilledEnd, FormattableString.Invariant($"The last {end - first} bytes of the pixel data are zero."), null, pixelData.Tag, first);
    }

    /// <summary>Whether zeros end a compressed frame, which none does.</summary>
    private static bool IsWithinFragment(DicomElement pixelData, long first, long end)
    {
        DicomFragment last = pixelData.Fragments[pixelData.Fragments.Count - 1];
        return first > last.Offset && end - first > Block;
    }

    /// <summary>Whether the row above goes on where the zeros begin: background ends with the object that it surrounds, not in the middle of it.</summary>
    private static bool BreaksRow(CheckedFile file, DicomElement pixelData, long position)
    {
        if (file.Image.Layout is not { } layout || file.Image.Format is not { Rows: { } rows, Columns: not null }) return false;
        long row = (long)(layout.FrameBits / 8) / rows;
        long above = position - row, inRow = row - ((position - pixelData.Offset) % Math.Max(1, row));
        int count = (int)Math.Min(inRow, Piece);
        if (row <= 0 || above < pixelData.Offset || count <= 0) return false;
        var bytes = new byte[count];
        file.Source.Read(above, bytes);
        int filled = 0;
        foreach (byte value in bytes) filled += value == 0 ? 0 : 1;
        return filled > count / 4;
    }

    /// <summary>The first of the zeros that end a range.</summary>
    private static long FindZeros(CheckedFile file, long start, long end, CancellationToken cancellation)
    {
        var piece = new byte[Piece];
        while (end > start)
        {
            cancellation.ThrowIfCancellationRequested();
            Span<byte> bytes = piece.AsSpan(0, (int)Math.Min(Piece, end - start));
            file.Source.Read(end - bytes.Length, bytes);
            int filled = Zeros.CountBefore(bytes);
            if (filled > 0) return end - bytes.Length + filled;
            end -= bytes.Length;
        }

        return start;
    }

    private static bool IsZero(CheckedFile file, long start, long count)
    {
        Span<byte> piece = stackalloc byte[Block];
        for (; count > 0; count -= Block, start += Block)
        {
            Span<byte> bytes = piece.Slice(0, (int)Math.Min(Block, count));
            file.Source.Read(start, bytes);
            if (!Zeros.AreAll(bytes)) return false;
        }

        return true;
    }
}
