namespace PSDicom.IO.Reading;

/// <summary>
/// Decides which item a delimiter ends. Items of defined length end by their length, items of undefined length by a delimiter (PS3.5
/// section 7.5). If a file has too many or too few delimiters, the bytes that follow decide.
/// </summary>
internal sealed class DelimiterRules(HeaderEvidence headers, StructureEvidence structure, ReadingWarnings warnings)
{
    /// <summary>The meaning of an item tag or a delimiter at the position within the current item.</summary>
    public DelimiterMeaning Interpret(TokenizerLevel item, DicomTag tag, long position)
    {
        long following = position + 8;
        bool isItemRight = !item.IsUndefinedLength && structure.EndFits(item, item.End);
        switch (tag.Value)
        {
            case StructureTags.ItemDelimiter when IsEndOfItem(item, following, isItemRight):
                return DelimiterMeaning.EndsItem;
            case StructureTags.SequenceDelimiter when !isItemRight && IsEndOfSequence(item, following):
            case StructureTags.Item when !isItemRight:
                if (!item.IsTooShort)
                {
                    warnings.AddOnce(
                        ReadingOddity.MissingDelimiter,
                        $"An item of {item.Outer!.Tag} does not end where it should; it was ended at the next item or at the end of the sequence.",
                        position,
                        item);
                }

                return DelimiterMeaning.FollowsItem;
            case StructureTags.SequenceDelimiter when item.IsUndefinedLength && (following >= item.End || headers.StartsWithItem(following, item.Encoding)):
                warnings.AddOnce(ReadingOddity.StrayDelimiter, "An item ends with the delimiter of a sequence.", position, item);
                return DelimiterMeaning.EndsItem;
            default:
                return DelimiterMeaning.None;
        }
    }

    /// <summary>Whether an item delimiter ends its item, as it does unless lengths or the bytes that follow contradict.</summary>
    private bool IsEndOfItem(TokenizerLevel item, long following, bool isItemRight)
    {
        if (!item.IsUndefinedLength) return !isItemRight;
        if (following >= item.End || headers.StartsWithItem(following, item.Encoding)) return true;
        TokenizerLevel sequence = item.Outer!;
        return sequence.IsUndefinedLength ? !structure.AreAllSequencesEnded(item, following) : !structure.EndFits(sequence, sequence.End);
    }

    /// <summary>Whether a sequence delimiter ends the sequence of the current item, which then has no delimiter of its own.</summary>
    private bool IsEndOfSequence(TokenizerLevel item, long following) =>
        item.Outer!.IsUndefinedLength && (!item.IsUndefinedLength || !structure.AreAllSequencesEnded(item, following));
}
