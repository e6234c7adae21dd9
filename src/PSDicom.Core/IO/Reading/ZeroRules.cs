using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Zeros where an element or an item should be. They fill up the end of a file, or they are in the place of what was never written, as
/// copies have them that were interrupted.
/// </summary>
internal sealed class ZeroRules(ByteWindow window, HeaderEvidence headers, ReadingWarnings warnings)
{
    /// <summary>Zeros that fill a file up to its end and are no sign that something of it is missing.</summary>
    private const int MaxPadding = 511;

    private const uint GroupOfPixelData = 0x7FE0_0000;

    /// <summary>Goes over the zeros.</summary>
    /// <param name="level">The data set or the sequence.</param>
    /// <param name="position">Where they begin.</param>
    /// <param name="next">Where they end.</param>
    /// <returns>Whether what follows is a part of the data set or the sequence.</returns>
    public bool TryPass(TokenizerLevel level, long position, out long next)
    {
        next = new ByteSearch(window).FindEndOfZeros(position, level.End);
        if (next >= level.End)
        {
            warnings.AddOnce(ReadingOddity.Zeros, $"{next - position} zero bytes pad an item or a sequence.", position, level);
            return true;
        }

        ReadOnlySpan<byte> behind = window.Get(next, 1);
        if (behind.IsEmpty || behind[0] == 0)
        {
            bool isPadding = level.LastTag.Value >= GroupOfPixelData || next - position <= MaxPadding;
            if (level.Kind != TokenizerLevelKind.File || !isPadding)
                warnings.Add($"{next - position} zero bytes follow; data may never have been written here.", position, level);
            return false;
        }

        next = FindElement(level, position, next, out bool isElement);
        warnings.Add($"{next - position} zero bytes lie between elements; data may be missing here.", position, level);
        return isElement;
    }

    /// <summary>Where an element begins, as the first bytes of a tag may be zero too.</summary>
    private long FindElement(TokenizerLevel level, long start, long end, out bool isElement)
    {
        long found = end;
        int most = 0;
        DicomTag after = level.Kind == TokenizerLevelKind.Sequence ? default : level.LastTag;
        for (long position = end; position >= Math.Max(start, end - 3); position--)
        {
            int points = headers.Count(position, level.End, level.Encoding, after);
            if (points <= most) continue;
            most = points;
            found = position;
        }

        // More zeros may follow it.
        isElement = most >= HeaderEvidence.Enough - 1;
        return found;
    }
}
