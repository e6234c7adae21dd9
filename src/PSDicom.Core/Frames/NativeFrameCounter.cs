using System;
using System.Globalization;

namespace PSDicom.Frames;

/// <summary>Counts the frames of native pixel data, by arithmetic.</summary>
internal static class NativeFrameCounter
{
    private const int Piece = 64 * 1024;
    private const string Padded = "Each frame is padded to whole bytes or to an even number of bytes; frames should follow each other without gaps.";

    public static FrameTally Count(DicomElement pixelData, NativeLayout? chosen, DeclaredFrames declared, bool isCompressed)
    {
        long length = pixelData.ByteLength;

        // Compressed pixel data of undefined length are in fragments: without a first one, there is nothing.
        if (length == 0 || (isCompressed && pixelData.Length < 0)) return FrameTally.None("The pixel data are empty.");

        // Compressed bytes in place of fragments are one frame; without sizes, nothing can be counted.
        bool fits = chosen?.Fits(declared.Number ?? 1, length) == true;
        if (isCompressed && !fits) return FrameTally.Found(declared, 1);
        if (chosen is not { } layout || fits) return Assume(declared, chosen is { IsPadded: true } ? Padded : null);
        long whole = layout.WholeFrames(length);
        long rest = length - layout.LengthOf(whole);
        if (declared.Number is null && whole <= 1) return FrameTally.Found(declared, 1);
        if (whole == declared.Number && rest <= 1) return FrameTally.Declared(declared);
        if (whole == declared.Number)
            return FrameTally.Declared(declared, Invariant($"{rest} bytes after the last frame belong to no frame."));

        long count = whole + (HoldsMore(pixelData, length - rest) ? 1 : 0);
        return count == declared.Number
            ? FrameTally.Declared(declared, Invariant($"The last frame is truncated: it has {rest} of {layout.LengthOf(1)} bytes."))
            : FrameTally.Found(declared, count);
    }

    private static FrameTally Assume(DeclaredFrames declared, string? warning) =>
        declared.Number is null ? FrameTally.Found(declared, 1) : FrameTally.Declared(declared, warning);

    /// <summary>Whether the bytes after the last complete frame are part of a frame, not padding.</summary>
    private static bool HoldsMore(DicomElement pixelData, long start)
    {
        if (pixelData.ByteLength - start <= 1) return false;
        if (pixelData.Length > pixelData.ByteLength) return true;
        var piece = new byte[(int)Math.Min(Piece, pixelData.ByteLength - start)];
        for (; start < pixelData.ByteLength; start += piece.Length)
        {
            Span<byte> bytes = piece.AsSpan(0, (int)Math.Min(piece.Length, pixelData.ByteLength - start));
            pixelData.ReadBytes(start, bytes);
            foreach (byte value in bytes)
            {
                if (value != 0) return true;
            }
        }

        return false;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
