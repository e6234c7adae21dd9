using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Finds out by looking ahead where items and sequences end if their lengths and delimiters contradict each other. Looking ahead is limited for
/// a file; beyond the limit, the reading closest to the standard is used.
/// </summary>
internal sealed class StructureEvidence(ByteWindow window)
{
    /// <summary>More elements than the items of nearly all sequences have.</summary>
    private const int MaxSteps = 50_000;

    private const int MaxItemsChecked = 8;

    private readonly HeaderEvidence _headers = new(window);
    private readonly ElementHeaderReader _reader = new(window);
    private int _steps;

    /// <summary>Whether a sequence or an item can end at the position, judged by the bytes that follow.</summary>
    public bool EndFits(TokenizerLevel level, long position)
    {
        for (TokenizerLevel outer = level.Outer!; ; level = outer, outer = level.Outer!)
        {
            bool isLast = position == outer.End && !outer.IsUndefinedLength && outer.Kind != TokenizerLevelKind.File;
            if (isLast) continue;
            if (level.Kind == TokenizerLevelKind.Item) return _headers.StartsWithItem(position, outer.Encoding) || Tag(position, outer.Encoding) == StructureTags.ItemDelimiter;
            if (outer.Kind == TokenizerLevelKind.File && Tag(position, outer.Encoding) == 0) return true;
            return _headers.Count(position, outer.End, outer.Encoding, level.Tag) >= HeaderEvidence.Enough;
        }
    }

    /// <summary>
    /// Whether as many sequence delimiters follow as there are open sequences that need one. Then a delimiter before the position belongs to
    /// none of them.
    /// </summary>
    public bool AreAllSequencesEnded(TokenizerLevel item, long position)
    {
        int open = 0;
        for (TokenizerLevel? level = item; level is { Kind: TokenizerLevelKind.Item, Outer.IsUndefinedLength: true }; level = level.Outer!.Outer)
        {
            open++;
            if (level.Outer.Outer is { IsUndefinedLength: false }) break;
        }

        return open > 0 && CountSequenceEnds(position, item.Outer!.End, item.Encoding, open) == open;
    }

    /// <summary>Whether elements with ascending tags follow from the position to the next item or the limit.</summary>
    public bool AscendsTo(long position, long limit, DicomEncoding encoding, DicomTag after)
    {
        while (position < limit && _steps++ < MaxSteps)
        {
            if (!_reader.TryRead(position, limit, encoding, out ElementHeader header)) return false;
            if (header.Tag.Group == StructureTags.Group) return true;
            if (header.Tag <= after || !HeaderEvidence.IsPossible(header.Tag)) return false;
            if (header.IsUndefinedLength) return _headers.StartsWithItem(position + header.Size, encoding);
            position += header.Size + (long)header.Length;
            after = header.Tag;
        }

        return position == limit;
    }

    /// <summary>Whether items fill a value to its last byte, and the first one that is not empty contains elements.</summary>
    public bool ItemsFill(long position, long end, DicomEncoding encoding)
    {
        if (!HoldsElements(position, end, encoding)) return false;
        while (position < end && _steps++ < MaxSteps)
        {
            ReadOnlySpan<byte> bytes = window.Get(position, 8);
            if (bytes.Length < 8 || encoding.ReadTag(bytes).Value != StructureTags.Item) return false;
            uint length = encoding.ReadUInt32(bytes.Slice(4));

            // If items have delimiters, the value should end with one.
            if (length == ElementHeader.UndefinedLength) return Tag(end - 8, encoding) is StructureTags.ItemDelimiter or StructureTags.SequenceDelimiter;
            position += 8 + (long)length;
        }

        return position == end;
    }

    /// <summary>Whether items contain elements, and not fragments of an encapsulated value.</summary>
    public bool HoldsElements(long position, long end, DicomEncoding encoding)
    {
        for (int i = 0; i < MaxItemsChecked; i++)
        {
            ReadOnlySpan<byte> bytes = window.Get(position, 8);
            if (bytes.Length < 8 || encoding.ReadTag(bytes).Value != StructureTags.Item) return false;
            uint length = encoding.ReadUInt32(bytes.Slice(4));
            position += 8;
            if (length == ElementHeader.UndefinedLength) return true;
            if (length == 0) continue;
            long itemEnd = position + length;
            if (itemEnd > end) return false;
            _headers.Choose(position, itemEnd, encoding, [new DicomEncoding(!encoding.IsExplicit, encoding.IsBigEndian)], out int points);
            return points >= HeaderEvidence.Enough;
        }

        return false;
    }

    /// <summary>Counts the delimiters of sequences that began before the position, up to a maximum.</summary>
    private int CountSequenceEnds(long position, long limit, DicomEncoding encoding, int max)
    {
        int ends = 0, begun = 0;
        while (ends < max && position < limit && _steps++ < MaxSteps)
        {
            if (!_reader.TryRead(position, limit, encoding, out ElementHeader header)) break;
            switch (header.Tag.Value)
            {
                case StructureTags.SequenceDelimiter:
                    if (begun > 0) begun--;
                    else ends++;
                    position += 8;
                    break;
                case StructureTags.Item or StructureTags.ItemDelimiter:
                    position += header.IsUndefinedLength || header.Tag.Value == StructureTags.ItemDelimiter ? 8 : 8 + (long)header.Length;
                    break;
                case 0:
                    return ends;
                default:
                    if (header.IsUndefinedLength) begun++;
                    position += header.Size + (header.IsUndefinedLength ? 0 : (long)header.Length);
                    break;
            }
        }

        return ends;
    }

    private uint Tag(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 4);
        return bytes.Length == 4 ? encoding.ReadTag(bytes).Value : uint.MaxValue;
    }
}
