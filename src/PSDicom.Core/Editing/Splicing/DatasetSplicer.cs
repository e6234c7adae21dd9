using System;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;
using PSDicom.Query;

namespace PSDicom.Editing.Splicing;

/// <summary>
/// Finds the bytes of a data set that its edits replace: the elements themselves, the defined lengths of the sequences and items around them,
/// and the group lengths of their groups, where they are (PS3.5 section 7.2). Memory depends on the edits and on the nesting only.
/// </summary>
internal sealed class DatasetSplicer
{
    /// <summary>Longer values change their byte order while they are written.</summary>
    private const int MaxSwappedAtOnce = 1 << 12;

    private readonly ByteWindow _window;
    private readonly ByteSource _source;
    private readonly DicomTokenizer _tokenizer;
    private readonly ReadingBudget _budget;
    private readonly bool _allowsDuplicates;
    private readonly ushort? _group;
    private SpliceLevel _level;

    /// <summary>The bytes that replace the current element; empty if it is removed.</summary>
    private byte[] _replacement = [];

    /// <summary>What follows <see cref="_replacement"/>; null if nothing does.</summary>
    private BulkContent? _bulk;

    /// <summary>Makes a splicer.</summary>
    /// <param name="window">The file, or the inflated data set.</param>
    /// <param name="start">The position of the first element.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    /// <param name="edit">The edits.</param>
    /// <param name="group">The only group to read; null for all.</param>
    /// <param name="allowsDuplicates">Whether edits apply to all elements with the same tag.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="target">The encoding that the data set gets; null to keep its own.</param>
    public DatasetSplicer(
        ByteWindow window, long start, DicomEncoding encoding, DatasetEdit edit, ushort? group, bool allowsDuplicates, CancellationToken cancellation, DicomEncoding? target = null)
    {
        _window = window;
        _source = window.Source;
        _tokenizer = new DicomTokenizer(window, start, encoding, []);
        _budget = new ReadingBudget(() => window.BytesRead, cancellation);
        _group = group;
        _allowsDuplicates = allowsDuplicates;
        _level = new SpliceLevel(null) { Encoding = encoding, Target = target ?? encoding, Edit = edit };
    }

    /// <summary>The differences.</summary>
    public Splice Splice { get; } = new();

    /// <summary>The digest of the data set as it will be.</summary>
    public TokenDigest Digest { get; } = new();

    /// <summary>Whether there is a digital signature (PS3.15 section C).</summary>
    public bool HasSignature { get; private set; }

    /// <summary>Whether the file ends within an element.</summary>
    public bool EndsEarly => _tokenizer.EndsEarly;

    /// <summary>The end of the data set.</summary>
    public long End => _tokenizer.Position;

    /// <summary>Reads the data set to its end.</summary>
    /// <exception cref="DicomException">An edit cannot be done.</exception>
    public void Run()
    {
        try
        {
            while (_group is not { } only || _tokenizer.IsAtGroup(only))
            {
                if (!_tokenizer.Read()) break;
                _budget.SpendStep();
                Take();
            }
        }
        finally
        {
            _budget.EndReading();
        }

        if (EndsEarly && HasInserts())
            throw new DicomException(DicomErrorReason.Truncated, "The file ends within a value, so that nothing can be added after it.", offset: _tokenizer.Position);
        EndDataset(WithinFile(_tokenizer.Position));
    }

    /// <summary>A position, or the end of the file before it: a skipped value may be longer than the file.</summary>
    private long WithinFile(long position) => Math.Min(position, _window.Length);

    private void Take()
    {
        switch (_tokenizer.Kind)
        {
            case DicomTokenKind.ItemStart:
                StartItem();
                break;
            case DicomTokenKind.ItemEnd:
                EndItem();
                break;
            case DicomTokenKind.SequenceEnd:
            case DicomTokenKind.FragmentsEnd:
                EndSequence();
                break;
            case DicomTokenKind.Fragment:
                if (!_level.IsGone) Digest.Add(_tokenizer);
                break;
            default:
                TakeElement();
                break;
        }
    }

    private void TakeElement()
    {
        DicomTag tag = _tokenizer.Tag;
        HasSignature |= tag == DicomTag.DigitalSignaturesSequence || tag == DicomTag.MACParametersSequence;
        bool isGone = _level.IsGone;
        ElementEdit? edit = null;
        if (!isGone)
        {
            Insert(before: tag, _tokenizer.HeaderOffset);
            if (tag.Group != _level.Group) EndGroup(_tokenizer.HeaderOffset);
            edit = _level.Edit?.Find(tag);
            if (edit is { IsEmpty: true }) edit = null;
            if (edit is not null) Note(tag, edit);
        }

        if (_tokenizer.Header.Form == HeaderForm.OtherEncoding) _level.HasOtherForm = true;
        else _level.HasOwnForm = true;

        if (tag == DicomTag.PixelRepresentation && _tokenizer.ByteLength == 2) _level.IsSigned = _level.Encoding.ReadUInt16(_tokenizer.Value()) == 1;
        bool isReplaced = edit is not null && edit.Kind != ElementEditKind.Items;
        bool isReencoded = !isReplaced && !isGone && _level.IsReencoded;
        if (isReplaced) WriteReplacement(edit!);
        else if (isReencoded && _tokenizer.Kind == DicomTokenKind.Element) Reencode();
        else if (!isGone) Digest.Add(_tokenizer);

        if (_tokenizer.Kind == DicomTokenKind.Element)
        {
            if (isReplaced) Replace(_level, tag, _tokenizer.HeaderOffset, _tokenizer.Position);
            else if (edit is not null) throw NoItems(tag);
            else if (!isGone && tag.IsGroupLength) StartGroup();
            return;
        }

        if (edit is not null && !isReplaced && _tokenizer.Kind != DicomTokenKind.SequenceStart) throw NoItems(tag);
        StartSequence(edit, isReplaced, isGone || isReplaced, isReencoded);
    }

    private void WriteReplacement(ElementEdit edit)
    {
        bool isRemoved = edit.Kind == ElementEditKind.Remove;
        _bulk = isRemoved ? null : edit.Bulk?.Content;
        _replacement = isRemoved ? [] : EditEncoder.Element(edit, EncodingOfHeader(), Digest);
    }

    /// <summary>Writes the current element in the new encoding: its header, and its value if the byte order differs.</summary>
    private void Reencode()
    {
        DicomTag tag = _tokenizer.Tag;
        long start = _tokenizer.Offset, length = _tokenizer.ByteLength;
        DicomVR vr = NewVR();
        byte[] header = EditEncoder.Header(tag, vr, checked((uint)length), _level.Target);
        byte[] value = [];
        BulkContent? bulk = null;
        int unit = _level.Encoding.IsBigEndian == _level.Target.IsBigEndian || _tokenizer.Header.VR == DicomVR.UN || vr == DicomVR.UN ? 1 : NewValue.UnitOf(vr);
        if (unit == 1)
        {
            Digest.Add(_tokenizer);
        }
        else if (length > MaxSwappedAtOnce)
        {
            bulk = new SwappedContent(_source, start, length, unit);
            Digest.Add(tag, length, default);
        }
        else
        {
            value = _tokenizer.Value().ToArray();
            Pixels.ByteOrder.Swap(value.AsSpan(0, value.Length / unit * unit), unit);
            Digest.Add(tag, length, value.Length <= TokenDigest.MaxHashed ? value : default);
        }

        // The value of a group length is written when the length is known.
        bool keepsValue = unit == 1 || tag.IsGroupLength;
        Splice.Replace(_tokenizer.HeaderOffset, keepsValue ? start : start + length, keepsValue ? header : [.. header, .. value], bulk);
        if (_tokenizer.Position > start + length) Splice.Replace(start + length, _tokenizer.Position, default);
        _level.Grow(tag, header.Length + length - (_tokenizer.Position - _tokenizer.HeaderOffset));
    }

    /// <summary>The value representation of the current element in the new encoding: that of the file, of the dictionary, or UN (PS3.5 section 6.2.2).</summary>
    private DicomVR NewVR()
    {
        if (_tokenizer.Header.VR is { } own) return own;
        if (_tokenizer.HasSignOfPixels && _level.IsSigned) return DicomVR.SS;
        return _tokenizer.IsSequenceByItems ? DicomVR.UN : _tokenizer.VR;
    }

    /// <summary>The form of the element's own header, which can differ from that of its data set.</summary>
    private DicomEncoding EncodingOfHeader()
    {
        DicomEncoding encoding = _level.Target;
        return !_level.IsReencoded && _tokenizer.Header.Form == HeaderForm.OtherEncoding ? new DicomEncoding(!encoding.IsExplicit, encoding.IsBigEndian) : encoding;
    }

    private void Replace(SpliceLevel holder, DicomTag tag, long start, long end)
    {
        end = WithinFile(end);
        byte[] bytes = _replacement;
        if (_bulk is null && bytes.Length == end - start && IsSame(start, bytes)) return;
        Splice.Replace(start, end, bytes, _bulk);
        holder.Grow(tag, bytes.Length + (_bulk?.Length ?? 0) - (end - start));
    }

    private bool IsSame(long start, byte[] bytes) => _window.Get(start, bytes.Length).SequenceEqual(bytes);

    private void StartSequence(ElementEdit? edit, bool isReplaced, bool isGone, bool isReencoded)
    {
        ElementHeader header = _tokenizer.Header;
        bool isShort = header.Form == HeaderForm.ShortLength;

        // Unknown values keep their items as they are (PS3.5 section 6.2.2).
        DicomVR? vr = isReencoded ? NewVR() : null;
        bool keepsItems = !_level.IsReencoded || vr == DicomVR.UN;
        _level = new SpliceLevel(_level)
        {
            HeaderOffset = _tokenizer.HeaderOffset,
            LengthOffset = header.IsUndefinedLength ? 0 : _tokenizer.Offset - (isShort ? 2 : 4),
            LengthSize = isShort ? 2 : 4,
            DeclaredLength = header.Length,
            ContentOffset = _tokenizer.Offset,
            Encoding = _tokenizer.Encoding,
            HeaderEncoding = _level.Encoding,
            Target = keepsItems ? _tokenizer.Encoding : _level.Target,
            HeaderTarget = _level.Target,
            NewVR = vr,
            IsSigned = _level.IsSigned,
            Element = isReplaced ? null : edit,
            IsReplaced = isReplaced,
            IsGone = isGone,
        };
    }

    private void EndSequence()
    {
        SpliceLevel sequence = _level;
        SpliceLevel holder = sequence.Outer!;
        DicomTag tag = _tokenizer.Tag;
        _level = holder;
        if (sequence.IsReplaced)
        {
            Replace(holder, tag, sequence.HeaderOffset, _tokenizer.Position);
            return;
        }

        if (sequence.IsGone) return;
        if (sequence.Element is { Appended.Count: > 0 } edit)
        {
            // An empty sequence counts as an element in the digest.
            bool wasEmpty = sequence.NextItem == 0 && sequence.DeclaredLength == 0;
            if (wasEmpty) throw new InvalidOperationException("An empty sequence is written as a whole.");
            byte[] items = EditEncoder.Items(tag, edit.Appended, sequence.Target, Digest);
            long end = WithinFile(_tokenizer.Offset + _tokenizer.ByteLength);
            Splice.Replace(end, end, items);
            sequence.Grow(tag, items.Length);
        }

        Digest.Add(_tokenizer);
        if (sequence.NewVR is null) FixLength(sequence);
        else ReencodeSequence(sequence);
        if (sequence.Delta != 0) holder.Grow(tag, sequence.Delta);
    }

    private void StartItem()
    {
        SpliceLevel sequence = _level;
        int index = sequence.NextItem++;
        bool isRemoved = sequence.Element?.RemovedItems.Contains(index) == true;
        bool isGone = sequence.IsGone || isRemoved;
        if (!isGone) Digest.Add(_tokenizer);
        _level = new SpliceLevel(sequence)
        {
            HeaderOffset = _tokenizer.HeaderOffset,
            LengthOffset = _tokenizer.DeclaredLength < 0 ? 0 : _tokenizer.HeaderOffset + 4,
            ContentOffset = _tokenizer.Offset,
            DeclaredLength = _tokenizer.DeclaredLength,
            Encoding = _tokenizer.Encoding,
            HeaderEncoding = sequence.Encoding,
            Target = sequence.IsReencoded ? sequence.Target : _tokenizer.Encoding,
            HeaderTarget = sequence.Target,
            IsSigned = sequence.IsSigned,
            Edit = isGone ? null : sequence.Element?.FindItem(index),
            IsReplaced = isRemoved,
            IsGone = isGone,
        };
    }

    private void EndItem()
    {
        SpliceLevel item = _level;
        if (!item.IsGone)
        {
            EndDataset(WithinFile(_tokenizer.Offset + _tokenizer.ByteLength));
            Digest.Add(_tokenizer);
            if (item.HeaderEncoding.IsBigEndian == item.HeaderTarget.IsBigEndian) FixLength(item);
            else SwapItem(item);
        }

        _level = item.Outer!;
        if (item.IsReplaced)
        {
            long end = WithinFile(_tokenizer.Position);
            Splice.Replace(item.HeaderOffset, end, default);
            _level.Grow(default, item.HeaderOffset - end);
        }
        else if (item.Delta != 0)
        {
            _level.Grow(default, item.Delta);
        }
    }

    /// <summary>Writes the header of a sequence or an encapsulated value in the new encoding, and its delimiter if the byte order differs.</summary>
    private void ReencodeSequence(SpliceLevel sequence)
    {
        byte[] header = EditEncoder.Header(_tokenizer.Tag, sequence.NewVR!, LengthOf(sequence), sequence.HeaderTarget);
        Splice.Replace(sequence.HeaderOffset, sequence.ContentOffset, header);
        if (sequence.Encoding.IsBigEndian != sequence.Target.IsBigEndian) SwapDelimiter(sequence, StructureTags.SequenceDelimiter);
        sequence.Outer!.Grow(_tokenizer.Tag, header.Length - (sequence.ContentOffset - sequence.HeaderOffset));
    }

    private void SwapItem(SpliceLevel item)
    {
        Splice.Replace(item.HeaderOffset, item.ContentOffset, EditEncoder.Item(StructureTags.Item, LengthOf(item), item.HeaderTarget));
        SwapDelimiter(item, StructureTags.ItemDelimiter);
    }

    private void SwapDelimiter(SpliceLevel level, uint tag)
    {
        long end = _tokenizer.Offset + _tokenizer.ByteLength;
        if (level.LengthOffset == 0 && _tokenizer.Position == end + 8) Splice.Replace(end, end + 8, EditEncoder.Item(tag, 0, level.HeaderTarget));
    }

    private uint LengthOf(SpliceLevel level) => level.LengthOffset == 0 ? ElementHeader.UndefinedLength : (uint)DefinedLengthOf(level);

    private long DefinedLengthOf(SpliceLevel level)
    {
        // A wrong length becomes right; of a cut value, only the declared length is known.
        long length = (EndsEarly ? level.DeclaredLength : _tokenizer.ByteLength) + level.Delta;
        if (length >= 0 && length < (level.LengthSize == 2 && level.NewVR is null ? ushort.MaxValue : ElementHeader.UndefinedLength)) return length;
        throw new DicomException(
            DicomErrorReason.ValueTooLarge, $"The sequence {_tokenizer.Tag} would be longer than its length field allows.", offset: level.HeaderOffset);
    }

    /// <summary>Corrects a defined length of a sequence or an item whose content changes.</summary>
    private void FixLength(SpliceLevel level)
    {
        if (level.Delta == 0 || level.LengthOffset == 0) return;
        byte[] bytes = EditEncoder.Length(DefinedLengthOf(level), level.HeaderEncoding);
        if (level.LengthSize == 2) bytes = level.HeaderEncoding.IsBigEndian ? [bytes[2], bytes[3]] : [bytes[0], bytes[1]];
        Splice.Replace(level.LengthOffset, level.LengthOffset + level.LengthSize, bytes);
    }

    /// <summary>Inserts the elements that come before a tag, at the position of its element.</summary>
    private void Insert(DicomTag? before, long position)
    {
        if (_level.Edit is not { } edit) return;
        for (; _level.NextEdit < edit.Elements.Count; _level.NextEdit++)
        {
            ElementEdit next = edit.Elements[_level.NextEdit];
            if (before is { } tag && next.Tag >= tag) return;
            if (next.Exists || next.IsEmpty || next.Kind == ElementEditKind.Remove) continue;
            if (next.Tag.Group != _level.Group) EndGroup(position);
            byte[] bytes = EditEncoder.Element(next, EncodingOfInsert(before), Digest);
            Splice.Replace(position, position, bytes, next.Bulk?.Content);
            _level.Grow(next.Tag, bytes.Length + (next.Bulk?.Content.Length ?? 0));
        }
    }

    /// <summary>
    /// The form of a new element. If all elements so far, and the next one, have headers in the other encoding, it is rather that of the data set: its
    /// first elements do not always tell.
    /// </summary>
    private DicomEncoding EncodingOfInsert(DicomTag? before)
    {
        DicomEncoding encoding = _level.Target;
        bool isOther = !_level.IsReencoded && !_level.HasOwnForm && (before is null ? _level.HasOtherForm : _tokenizer.Header.Form == HeaderForm.OtherEncoding);
        return isOther ? new DicomEncoding(!encoding.IsExplicit, encoding.IsBigEndian) : encoding;
    }

    private bool HasInserts()
    {
        if (_level.Edit is not { } edit) return false;
        for (int i = _level.NextEdit; i < edit.Elements.Count; i++)
        {
            if (!edit.Elements[i].Exists && !edit.Elements[i].IsEmpty) return true;
        }

        return false;
    }

    private void EndDataset(long position)
    {
        Insert(before: null, position);
        EndGroup(position);
        if (_level.Edit is not { } edit) return;
        foreach (ElementEdit element in edit.Elements)
        {
            if (!element.Exists || element.IsEmpty || _level.Done?.Contains(element.Tag) == true) continue;
            throw new DicomException(
                DicomErrorReason.RewriteFailed, $"{TagNames.Of(element.Tag)} cannot be changed where it is in this file; the file is left as it is.", offset: position);
        }
    }

    private void StartGroup()
    {
        _level.Group = _tokenizer.Tag.Group;
        _level.GroupDelta = 0;
        _level.GroupLengthOffset = _tokenizer.ByteLength == 4 ? _tokenizer.Offset : 0;
        _level.GroupStart = _tokenizer.Position;
    }

    private void EndGroup(long position)
    {
        if (_level.GroupLengthOffset > 0 && (_level.GroupDelta != 0 || _level.Encoding.IsBigEndian != _level.Target.IsBigEndian))
        {
            long length = position - _level.GroupStart + _level.GroupDelta;
            Splice.Replace(_level.GroupLengthOffset, _level.GroupLengthOffset + 4, EditEncoder.Length(length, _level.Target));
        }

        _level.GroupLengthOffset = 0;
        _level.Group = 0;
        _level.GroupDelta = 0;
    }

    /// <summary>Notes that an edit of an existing element is done.</summary>
    private void Note(DicomTag tag, ElementEdit edit)
    {
        bool isFirst = (_level.Done ??= []).Add(tag);
        if (edit.Exists && (isFirst || _allowsDuplicates)) return;
        throw new DicomException(
            DicomErrorReason.DuplicateElement,
            $"{TagNames.Of(tag)} occurs more than once in one data set, so that it is not clear which one is meant. Allow duplicates to change all of them.",
            offset: _tokenizer.HeaderOffset);
    }

    private DicomException NoItems(DicomTag tag) => new(
        DicomErrorReason.ElementNotFound, $"{TagNames.Of(tag)} is not a sequence in this file and has no items.", offset: _tokenizer.HeaderOffset);
}
