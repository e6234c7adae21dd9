using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Which of two lengths is believed where an item, a sequence or a value does not fit into what holds it, or does not fill it. What is
/// nested stays nested unless something tells otherwise: it may be of another patient.
/// </summary>
internal sealed class LengthRules(ByteWindow window, HeaderEvidence headers, StructureEvidence structure, ReadingWarnings warnings)
{
    /// <summary>Where a value ends that is longer than the item that holds it.</summary>
    /// <param name="holder">The data set that holds it.</param>
    /// <param name="tag">The tag of the element.</param>
    /// <param name="start">Where the value begins.</param>
    /// <param name="length">Its length.</param>
    public long EndOfValue(TokenizerLevel holder, DicomTag tag, long start, long length)
    {
        TokenizerLevel item = holder;
        while (item.IsUndefinedLength) item = item.Outer!;
        bool isItemRight = structure.EndFits(item, item.End);
        string believed = isItemRight ? "it was cut off there" : "its length was used";
        warnings.AddOnce(
            ReadingOddity.TooLong, $"The value of {tag} has a length of {length} bytes and extends beyond the item or sequence that contains it; {believed}.", start, holder);
        return isItemRight ? Math.Max(start, item.End) : start + length;
    }

    /// <summary>Where an item ends whose length says that it ends there: with its sequence, if that is right.</summary>
    public long EndOfItem(TokenizerLevel sequence, long end)
    {
        if (end <= sequence.End || sequence.End >= window.Length) return Math.Min(end, sequence.End);
        bool isSequenceRight = structure.EndFits(sequence, sequence.End);
        string believed = isSequenceRight ? "it was cut off there" : "the length of the item was used";
        warnings.AddOnce(ReadingOddity.TooLong, $"An item of {sequence.Tag} extends beyond its sequence; {believed}.", sequence.End, sequence);
        if (!isSequenceRight) sequence.End = end;
        return sequence.End;
    }

    /// <summary>Where a sequence ends behind whose last item there is something else, though its length says that it goes on.</summary>
    public long EndOfSequence(TokenizerLevel sequence, long position)
    {
        TokenizerLevel outer = sequence.Outer!;
        bool areElements = headers.Count(position, outer.End, outer.Encoding, sequence.Tag) >= HeaderEvidence.Enough;
        string taken = areElements ? "the elements after them were not read as part of it" : $"{sequence.End - position} bytes were skipped";
        warnings.AddOnce(ReadingOddity.TooLong, $"The length of the sequence {sequence.Tag} extends beyond its items; {taken}.", position, sequence);
        return areElements ? position : sequence.End;
    }

    /// <summary>Whether an item or a sequence goes on where it should end by its length, as what follows can be nothing but a part of it.</summary>
    public bool GoesOn(TokenizerLevel level, long position)
    {
        if (position > level.End || level.IsUndefinedLength) return false;
        switch (level.Kind)
        {
            case TokenizerLevelKind.Sequence when HasItemBehind(level, position):
                warnings.AddOnce(
                    ReadingOddity.ShortSequence, $"The length of the sequence {level.Tag} ends before its items do; the items that follow were read as part of it.", position, level);
                break;
            case TokenizerLevelKind.Item when HasElementsBehind(level, position):
                warnings.AddOnce(
                    ReadingOddity.ShortItem, $"The length of an item of {level.Outer!.Tag} ends before its elements do; those that follow were read as part of it.", position, level);
                break;
            default:
                return false;
        }

        // From here on it ends where something else begins.
        level.End = level.Outer!.End;
        level.IsUndefinedLength = true;
        level.IsTooShort = true;
        return true;
    }

    /// <summary>Whether an item follows that can only be of this sequence, as what is around it has not ended.</summary>
    private bool HasItemBehind(TokenizerLevel sequence, long position)
    {
        TokenizerLevel outer = sequence.Outer!;
        bool isInside = outer.Kind == TokenizerLevelKind.File || !outer.IsUndefinedLength && position < outer.End;
        return isInside && TagAt(position, sequence.Encoding).Value == StructureTags.Item;
    }

    /// <summary>Whether elements follow where the sequence of the item goes on, and nothing tells that they are not the item's.</summary>
    private bool HasElementsBehind(TokenizerLevel item, long position)
    {
        TokenizerLevel sequence = item.Outer!;
        if (position >= sequence.End || TagAt(position, item.Encoding) is { Group: StructureTags.Group } or { Value: 0 }) return false;
        return sequence.IsUndefinedLength
            ? structure.EachSequenceIsEnded(item, position)
            : structure.AscendsTo(position, sequence.End, item.Encoding, item.LastTag);
    }

    private DicomTag TagAt(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 4);
        return bytes.Length == 4 ? encoding.ReadTag(bytes) : default;
    }
}
