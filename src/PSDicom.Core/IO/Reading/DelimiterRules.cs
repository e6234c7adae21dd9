namespace PSDicom.IO.Reading;

/// <summary>
/// Which delimiter may end which item: an item of defined length ends by it, and only what has an undefined one by a delimiter (PS3.5
/// section 7.5). Where a file has a delimiter too many or too few, what follows tells which.
/// </summary>
internal sealed class DelimiterRules(HeaderEvidence headers, StructureEvidence structure, ReadingWarnings warnings)
{
    /// <summary>Settles what an item or a delimiter at the position means within the item that is read.</summary>
    public DelimiterMeaning Settle(TokenizerLevel item, DicomTag tag, long position)
    {
        long behind = position + 8;
        bool isItemRight = !item.IsUndefinedLength && structure.EndFits(item, item.End);
        switch (tag.Value)
        {
            case StructureTags.ItemDelimiter when IsEndOfItem(item, behind, isItemRight):
                return DelimiterMeaning.EndsItem;
            case StructureTags.SequenceDelimiter when !isItemRight && IsEndOfSequence(item, behind):
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
            case StructureTags.SequenceDelimiter when item.IsUndefinedLength && (behind >= item.End || headers.StartsWithItem(behind, item.Encoding)):
                warnings.AddOnce(ReadingOddity.StrayDelimiter, "An item ends with the delimiter of a sequence.", position, item);
                return DelimiterMeaning.EndsItem;
            default:
                return DelimiterMeaning.None;
        }
    }

    /// <summary>Whether an item delimiter ends the item that it is in, as it does unless lengths or what follows tell otherwise.</summary>
    private bool IsEndOfItem(TokenizerLevel item, long behind, bool isItemRight)
    {
        if (!item.IsUndefinedLength) return !isItemRight;
        if (behind >= item.End || headers.StartsWithItem(behind, item.Encoding)) return true;
        TokenizerLevel sequence = item.Outer!;
        return sequence.IsUndefinedLength ? !structure.EachSequenceIsEnded(item, behind) : !structure.EndFits(sequence, sequence.End);
    }

    /// <summary>Whether a sequence delimiter ends the sequence of the item that it is in, which has no delimiter of its own then.</summary>
    private bool IsEndOfSequence(TokenizerLevel item, long behind) =>
        item.Outer!.IsUndefinedLength && (!item.IsUndefinedLength || !structure.EachSequenceIsEnded(item, behind));
}
