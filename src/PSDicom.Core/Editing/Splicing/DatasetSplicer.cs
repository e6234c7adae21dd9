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
    private readonly ByteWindow _window;
    private readonly DicomTokenizer _tokenizer;
    private readonly ReadingBudget _budget;
    private readonly bool _allowsDuplicates;
    private readonly ushort? _group;
    private SpliceLevel _level;

    /// <summary>The bytes that replace the current element; empty if it is removed.</summary>
    private byte[] _replacement = [];

    /// <summary>Makes a splicer.</summary>
    /// <param name="window">The file, or the inflated data set.</param>
    /// <param name="start">The position of the first element.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    /// <param name="edit">The edits.</param>
    /// <param name="group">The only group to read; null for all.</param>
    /// <param name="allowsDuplicates">Whether edits apply to all elements with the same tag.</param>
    /// <param name="cancellation">Ends the work.</param>
    public DatasetSplicer(
        ByteWindow window, long start, DicomEncoding encoding, DatasetEdit edit, ushort? group, bool allowsDuplicates, CancellationToken cancellation)
    {
        _window = window;
        _tokenizer = new DicomTokenizer(window, start, encoding, []);
        _budget = new ReadingBudget(() => window.BytesRead, cancellation);
        _group = group;
        _allowsDuplicates = allowsDuplicates;
        _level = new SpliceLevel(null) { Encoding = encoding, Edit = edit };
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

        bool isReplaced = edit is not null && edit.Kind != ElementEditKind.Items;
        if (isReplaced) WriteReplacement(edit!);
        else if (!isGone) Digest.Add(_tokenizer);

        if (_tokenizer.Kind == DicomTokenKind.Element)
        {
            if (isReplaced) Replace(_level, tag, _tokenizer.HeaderOffset, _tokenizer.Position);
            else if (edit is not null) throw NoItems(tag);
            else if (!isGone && tag.IsGroupLength) StartGroup();
            return;
        }

        if (edit is not null && !isReplaced && _tokenizer.Kind != DicomTokenKind.SequenceStart) throw NoItems(tag);
        StartSequence(edit, isReplaced, isGone || isReplaced);
    }

    private void WriteReplacement(ElementEdit edit) => _replacement = edit.Kind == ElementEditKind.Remove
        ? []
        : EditEncoder.Element(edit, EncodingOfHeader(), Digest);

    /// <summary>The form of the element's own header, which can differ from that of its data set.</summary>
    private DicomEncoding EncodingOfHeader()
    {
        DicomEncoding encoding = _level.Encoding;
        return _tokenizer.Header.Form == HeaderForm.OtherEncoding ? new DicomEncoding(!encoding.IsExplicit, encoding.IsBigEndian) : encoding;
    }

    private void Replace(SpliceLevel holder, DicomTag tag, long start, long end)
    {
        end = WithinFile(end);
        byte[] bytes = _replacement;
        if (bytes.Length == end - start && IsSame(start, bytes)) return;
        Splice.Replace(start, end, bytes);
        holder.Grow(tag, bytes.Length - (end - start));
    }

    private bool IsSame(long start, byte[] bytes) => _window.Get(start, bytes.Length).SequenceEqual(bytes);

    private void StartSequence(ElementEdit? edit, bool isReplaced, bool isGone)
    {
        ElementHeader header = _tokenizer.Header;
        bool isShort = header.Form == HeaderForm.ShortLength;
        _level = new SpliceLevel(_level)
        {
            HeaderOffset = _tokenizer.HeaderOffset,
            LengthOffset = header.IsUndefinedLength ? 0 : _tokenizer.Offset - (isShort ? 2 : 4),
            LengthSize = isShort ? 2 : 4,
            DeclaredLength = header.Length,
            Encoding = _tokenizer.Encoding,
            HeaderEncoding = _level.Encoding,
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
            byte[] items = EditEncoder.Items(tag, edit.Appended, sequence.Encoding, Digest);
            long end = WithinFile(_tokenizer.Offset + _tokenizer.ByteLength);
            Splice.Replace(end, end, items);
            sequence.Grow(tag, items.Length);
        }

        Digest.Add(_tokenizer);
        FixLength(sequence);
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
            DeclaredLength = _tokenizer.DeclaredLength,
            Encoding = _tokenizer.Encoding,
            HeaderEncoding = sequence.Encoding,
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
            FixLength(item);
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

    /// <summary>Corrects a defined length of a sequence or an item whose content changes.</summary>
    private void FixLength(SpliceLevel level)
    {
        if (level.Delta == 0 || level.LengthOffset == 0) return;

        // A wrong length becomes right; of a cut value, only the declared length is known.
        long length = (EndsEarly ? level.DeclaredLength : _tokenizer.ByteLength) + level.Delta;
        if (length < 0 || length >= (level.LengthSize == 2 ? ushort.MaxValue : ElementHeader.UndefinedLength))
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, $"The sequence {_tokenizer.Tag} would be longer than its length field allows.", offset: level.HeaderOffset);
        }

        byte[] bytes = EditEncoder.Length(length, level.HeaderEncoding);
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
            byte[] bytes = EditEncoder.Element(next, _level.Encoding, Digest);
            Splice.Replace(position, position, bytes);
            _level.Grow(next.Tag, bytes.Length);
        }
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
        if (_level.GroupLengthOffset > 0 && _level.GroupDelta != 0)
        {
            long length = position - _level.GroupStart + _level.GroupDelta;
            Splice.Replace(_level.GroupLengthOffset, _level.GroupLengthOffset + 4, EditEncoder.Length(length, _level.Encoding));
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
