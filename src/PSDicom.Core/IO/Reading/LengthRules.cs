using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Decides between contradictory lengths: of an item, a sequence or a value, and of the item or sequence that contains it. In doubt, nested
/// elements stay nested: they may belong to another patient.
/// </summary>
internal sealed class LengthRules(ByteWindow window, HeaderEvidence headers, StructureEvidence structure, ReadingWarnings warnings)
{
    /// <summary>The end of a value that extends beyond its item.</summary>
    /// <param name="holder">The data set that contains it.</param>
    /// <param name="tag">The tag of the element.</param>
    /// <param name="start">The start of the value.</param>
    /// <param name="length">Its length in bytes.</param>
    public long EndOfValue(TokenizerLevel holder, DicomTag tag, long start, long length)
    {
        TokenizerLevel item = holder;
        while (item.IsUndefinedLength) item = item.Outer!;
        bool isItemRight = structure.EndFits(item, item.End);
        string handling = isItemRight ? "it was cut off there" : "its length was used";
        warnings.AddOnce(
            ReadingOddity.TooLong, $"The value of {tag} has a length of {length} bytes and extends beyond the item or sequence that contains it; {handling}.", start, holder);
        return isItemRight ? Math.Max(start, item.End) : start + length;
    }

    /// <summary>The end of an item with a declared end: at the end of its sequence, if that comes first and is right.</summary>
    public long EndOfItem(TokenizerLevel sequence, long end)
    {
        if (end <= sequence.End || sequence.End >= window.Length) return Math.Min(end, sequence.End);
        bool isSequenceRight = structure.EndFits(sequence, sequence.End);
        string handling = isSequenceRight ? "it was cut off there" : "the length of the item was used";
        warnings.AddOnce(ReadingOddity.TooLong, $"An item of {sequence.Tag} extends beyond its sequence; {handling}.", sequence.End, sequence);
        if (!isSequenceRight) sequence.End = end;
        return sequence.End;
    }

    /// <summary>The end of a sequence whose length extends beyond its last item.</summary>
    public long EndOfSequence(TokenizerLevel sequence, long position)
    {
        TokenizerLevel outer = sequence.Outer!;
        bool areElements = headers.Count(position, outer.End, outer.Encoding, sequence.Tag) >= HeaderEvidence.Enough;
        string handling = areElements ? "the elements after them were not read as part of it" : $"{sequence.End - position} bytes were skipped";
        warnings.AddOnce(ReadingOddity.TooLong, $"The sequence {sequence.Tag} extends beyond its items; {handling}.", position, sequence);
        return areElements ? position : sequence.End;
    }

    /// <summary>Whether an item or a sequence continues at the end of its length, because the bytes that follow can only be part of it.</summary>
    public bool Continues(TokenizerLevel level, long position)
    {
        if (position > level.End || level.IsUndefinedLength) return false;
        switch (level.Kind)
        {
            case TokenizerLevelKind.Sequence when IsFollowedByItem(level, position):
                warnings.AddOnce(
                    ReadingOddity.ShortSequence, $"The length of the sequence {level.Tag} is too short for its items; those that follow were read as part of it.", position, level);
                break;
            case TokenizerLevelKind.Item when IsFollowedByElements(level, position):
                warnings.AddOnce(
                    ReadingOddity.ShortItem, $"The length of an item of {level.Outer!.Tag} is too short for its elements; those that follow were read as part of it.", position, level);
                break;
            default:
                return false;
        }

        // From now on it ends where something else begins.
        level.End = level.Outer!.End;
        level.IsUndefinedLength = true;
        level.IsTooShort = true;
        return true;
    }

    /// <summary>Whether an item follows that can only belong to this sequence, as the item around it has not ended.</summary>
    private bool IsFollowedByItem(TokenizerLevel sequence, long position)
    {
        TokenizerLevel outer = sequence.Outer!;
        bool isInside = outer.Kind == TokenizerLevelKind.File || !outer.IsUndefinedLength && position < outer.End;
        return isInside && TagAt(position, sequence.Encoding).Value == StructureTags.Item;
    }

    /// <summary>Whether elements follow within the sequence of the item, and nothing shows that they do not belong to the item.</summary>
    private bool IsFollowedByElements(TokenizerLevel item, long position)
    {
        TokenizerLevel sequence = item.Outer!;
        if (position >= sequence.End || TagAt(position, item.Encoding) is { Group: StructureTags.Group } or { Value: 0 }) return false;
        return sequence.IsUndefinedLength
            ? structure.AreAllSequencesEnded(item, position)
            : structure.AscendsTo(position, sequence.End, item.Encoding, item.LastTag);
    }

    private DicomTag TagAt(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 4);
        return bytes.Length == 4 ? encoding.ReadTag(bytes) : default;
    }
}
