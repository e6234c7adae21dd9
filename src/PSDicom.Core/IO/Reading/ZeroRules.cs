using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Handles zeros where an element or an item should be. They pad the end of a file, or stand for data that were never written, as in an
/// interrupted copy.
/// </summary>
internal sealed class ZeroRules(ByteWindow window, HeaderEvidence headers, ReadingWarnings warnings)
{
    /// <summary>The most zeros at the end of a file that count as padding; more are a sign of missing data.</summary>
    private const int MaxPadding = 511;

    private const uint GroupOfPixelData = 0x7FE0_0000;

    /// <summary>Skips the zeros.</summary>
    /// <param name="level">The data set or the sequence.</param>
    /// <param name="position">The first zero.</param>
    /// <param name="next">The position after the zeros.</param>
    /// <returns>Whether the data set or the sequence continues there.</returns>
    public bool TrySkipZeros(TokenizerLevel level, long position, out long next)
    {
        next = new ByteSearch(window).FindEndOfZeros(position, level.End);
        if (next >= level.End)
        {
            warnings.AddOnce(ReadingOddity.Zeros, $"{next - position} zero bytes pad an item or a sequence.", position, level);
            return true;
        }

        ReadOnlySpan<byte> following = window.Get(next, 1);
        if (following.IsEmpty || following[0] == 0)
        {
            bool isPadding = level.LastTag.Value >= GroupOfPixelData || next - position <= MaxPadding;
            if (level.Kind != TokenizerLevelKind.File || !isPadding)
                warnings.Add(DicomWarningKind.ZeroFilledEnd, $"{next - position} zero bytes follow; data may never have been written here.", position, level);
            return false;
        }

        next = FindElement(level, position, next, out bool isElement);
        warnings.Add(DicomWarningKind.ZeroBytes, $"{next - position} zero bytes lie between elements; data may be missing here.", position, level);
        return isElement;
    }

    /// <summary>The start of the next element; the first bytes of its tag may be zero too.</summary>
    private long FindElement(TokenizerLevel level, long start, long end, out bool isElement)
    {
        long found = end;
        int best = 0;
        DicomTag after = level.Kind == TokenizerLevelKind.Sequence ? default : level.LastTag;
        for (long position = end; position >= Math.Max(start, end - 3); position--)
        {
            int points = headers.Count(position, level.End, level.Encoding, after);
            if (points <= best) continue;
            best = points;
            found = position;
        }

        // More zeros may follow.
        isElement = best >= HeaderEvidence.Enough - 1;
        return found;
    }
}
