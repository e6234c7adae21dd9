using System;
using System.Collections.Generic;
using PSDicom.IO.Sources;
using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>
/// Reads data elements forward, one token at a time, without building anything: the one place that knows the encoding
/// (PS3.5 sections 7 and A.4) and what writers do to it. It never goes back, never recurses, and every step either moves
/// on or leaves a level, so that no file can hold it.
/// </summary>
internal sealed class DicomTokenizer
{
    private const uint Item = StructureTags.Item;
    private const uint ItemDelimiter = StructureTags.ItemDelimiter;
    private const uint SequenceDelimiter = StructureTags.SequenceDelimiter;

    /// <summary>The end of what ends with a delimiter or with the file, whose length is not asked for before it matters.</summary>
    private const long Unknown = long.MaxValue;

    private const uint GroupOfPixelData = 0x7FE0_0000;

    private readonly ByteWindow _window;
    private readonly ElementHeaderReader _headers;
    private readonly HeaderEvidence _evidence;
    private readonly ReadingWarnings _warnings;
    private StructureRules? _rules;
    private TokenizerLevel _level;
    private long _position;
    private bool _isCut;

    public DicomTokenizer(ByteWindow window, long start, DicomEncoding encoding, List<DicomWarning> warnings)
    {
        _window = window;
        _headers = new ElementHeaderReader(window);
        _evidence = new HeaderEvidence(window);
        _warnings = new ReadingWarnings(warnings);
        _position = start;
        _level = new TokenizerLevel(TokenizerLevelKind.File, null) { Encoding = encoding, Start = start, End = Unknown };
    }

    /// <summary>A tokenizer that begins within an encapsulated value, at its first item.</summary>
    public static DicomTokenizer AtFragments(ByteWindow window, DicomTag tag, long start, bool isBigEndian, List<DicomWarning> warnings)
    {
        var tokenizer = new DicomTokenizer(window, start, new DicomEncoding(true, isBigEndian), warnings) { Tag = tag, Offset = start };
        tokenizer.Enter(TokenizerLevelKind.Fragments, tokenizer._level.Encoding, Unknown, true);
        return tokenizer;
    }

    /// <summary>What was come to last.</summary>
    public DicomTokenKind Kind { get; private set; }

    /// <summary>The tag of the element, sequence or encapsulated value that began.</summary>
    public DicomTag Tag { get; private set; }

    /// <summary>Its value representation, settled: from the file, or from the dictionary where the file leaves it open.</summary>
    public DicomVR VR { get; private set; } = DicomVR.UN;

    /// <summary>Whether it is US or SS as the pixels are unsigned or signed (PS3.5 section A.1 on implicit data sets).</summary>
    public bool HasSignOfPixels { get; private set; }

    /// <summary>Where the element's header begins.</summary>
    public long HeaderOffset { get; private set; }

    /// <summary>Where the bytes of the value, the sequence, the item or the fragment begin.</summary>
    public long Offset { get; private set; }

    /// <summary>The length that the file declares; -1 if undefined.</summary>
    public long DeclaredLength { get; private set; }

    /// <summary>How many bytes there are; of what has just ended, how many there were.</summary>
    public long ByteLength { get; private set; }

    /// <summary>Whether the numbers of the value have their high byte first.</summary>
    public bool IsBigEndian { get; private set; }

    /// <summary>Whether the file ends before the value does.</summary>
    public bool IsCut => DeclaredLength > ByteLength;

    /// <summary>In how many sequences the element lies.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether nothing is left of the file.</summary>
    public bool IsAtEnd => !_window.Reaches(_position + 1) && _position >= _window.Length;

    /// <summary>Where the tokenizer would go on reading.</summary>
    public long Position => _position;

    private StructureRules Rules => _rules ??= new StructureRules(_window, _warnings);

    /// <summary>The bytes of the element's value, if it is not too large to hold; valid until the next call.</summary>
    /// <exception cref="DicomException">They are no longer there.</exception>
    public ReadOnlySpan<byte> Value()
    {
        ReadOnlySpan<byte> value = _window.Get(Offset, (int)ByteLength);
        return value.Length == ByteLength ? value : throw new DicomException(
            DicomErrorReason.ValueNotAvailable, "The file became shorter while it was being read; read it again.", offset: Offset, tagPath: _level.DescribePath());
    }

    /// <summary>Goes on to the next token.</summary>
    /// <returns>False at the end of the file's data set.</returns>
    /// <exception cref="DicomException">Sequences are nested too deep.</exception>
    public bool Read()
    {
        while (true)
        {
            if (_level.Kind != TokenizerLevelKind.File && _position >= _level.End && !Rules.Lengths.GoesOn(_level, _position)) return Leave(_position);
            bool? token = _level.Kind switch
            {
                TokenizerLevelKind.Sequence => ReadItem(),
                TokenizerLevelKind.Fragments => ReadFragment(),
                _ => ReadElement(),
            };
            if (token is { } hasToken) return hasToken;
        }
    }

    /// <summary>
    /// In a file's data set: passes over elements that are not wanted, as far as they are plain, whole and in memory, and nothing depends on
    /// them. <see cref="Read"/> would come to the same place, but settles what each of them is: most of the time where few are wanted.
    /// </summary>
    public void PassOver(ITagSelection wanted)
    {
        if (_level.Kind != TokenizerLevelKind.File) return;
        long passed = _position;
        DicomTag before = _level.LastTag;
        bool hasPassedSequence = false;
        while (true)
        {
            // The tag first: behind what is wanted, the encoding may be another one.
            ReadOnlySpan<byte> bytes = _window.Get(_position, ElementHeader.LargestSize);
            if (bytes.Length < ElementHeader.LargestSize) return;
            DicomTag tag = _level.Encoding.ReadTag(bytes);
            bool isItemNext = !_level.Encoding.IsExplicit && _level.Encoding.ReadTag(bytes.Slice(8)).Value == Item;
            bool isSound = tag > _level.LastTag;
            if (isSound && hasPassedSequence)
            {
                isSound = _evidence.Count(_position, Unknown, _level.Encoding, _level.LastTag) >= HeaderEvidence.Enough;
                bytes = _window.Get(_position, ElementHeader.LargestSize);
            }

            if (isSound && (IsContext(tag) || wanted.Contains(tag))) return;
            ElementHeader header = default;
            if (!isSound || !_headers.TryRead(bytes, _position, _level.End, _level.Encoding, out header) || header.Form != HeaderForm.Declared)
            {
                // If nothing is odd here, the length of what was passed last is wrong: it is read for good.
                _position = passed;
                _level.LastTag = before;
                return;
            }

            if (header.IsUndefinedLength) return;
            long end = _position + header.Size + header.Length;
            if (!_window.Reaches(end)) return;
            passed = _position;
            before = _level.LastTag;
            hasPassedSequence = isItemNext || header.VR == DicomVR.SQ;
            _position = end;
            _level.LastTag = tag;
        }
    }

    /// <summary>Whether what comes next is an element of the group.</summary>
    public bool IsAtGroup(ushort group)
    {
        ReadOnlySpan<byte> bytes = _window.Get(_position, 2);
        return bytes.Length == 2 && _level.Encoding.ReadUInt16(bytes) == group;
    }

    /// <summary>After the start of a sequence: goes to its end without reading what is in it, if its length is known and can be true.</summary>
    public void TrySkip()
    {
        if (!_level.IsUndefinedLength && Rules.Evidence.EndFits(_level, _level.End)) _position = _level.End;
    }

    /// <summary>Notes what the file's reader should know of, with the place where the tokenizer is.</summary>
    public void Warn(string message) => _warnings.Add(message, _position, _level);

    private void WarnOnce(ReadingOddity oddity, string message) => _warnings.AddOnce(oddity, message, _position, _level);

    /// <summary>One step in a data set: true for a token, false at the end, null when there is more to read first.</summary>
    private bool? ReadElement()
    {
        if (!_headers.TryRead(_position, _level.End, _level.Encoding, out ElementHeader header)) return EndOfBytes();
        if (header.Tag.Group == StructureTags.Group) return ReadDelimiter(header);
        if (header.Tag.Value == 0 && (_level.LastTag.Value != 0 || _level.Kind == TokenizerLevelKind.Item || header.Length == 0)) return PassZeros();
        if (_level.Kind == TokenizerLevelKind.File && IsRubbish(header)) return false;

        if (header.Form != HeaderForm.Declared) _warnings.AddForm(header, _position, _level);
        HeaderOffset = _position;
        Tag = header.Tag;
        Offset = _position + header.Size;
        DeclaredLength = header.IsUndefinedLength ? -1 : header.Length;
        IsBigEndian = _level.Encoding.IsBigEndian && header.VR != DicomVR.UN;
        Depth = _level.Depth;
        VR = _level.SettleVR(header, out bool hasSignOfPixels);
        HasSignOfPixels = hasSignOfPixels;
        _level.LastTag = header.Tag;
        return header.IsUndefinedLength ? StartUndefinedLength(header) : StartDefinedLength(header);
    }

    private bool StartDefinedLength(ElementHeader header)
    {
        ByteLength = _window.CountAvailable(Offset, header.Length);
        if (IsCut) WarnOfCut();
        else if (Offset + ByteLength > _level.End) ByteLength = Rules.Lengths.EndOfValue(_level, Tag, Offset, ByteLength) - Offset;

        // What only the dictionary of a private creator calls otherwise, or none at all, may be a sequence.
        bool isOpen = (header.VR is null || header.VR == DicomVR.UN) && (VR == DicomVR.UN || Tag.IsPrivate);
        bool hasItems = false;
        DicomEncoding encoding = VR == DicomVR.SQ || isOpen ? EncodingOfItems(header.VR == DicomVR.UN, out hasItems) : _level.Encoding;
        if (VR == DicomVR.SQ && (ByteLength == 0 || hasItems)) return Enter(TokenizerLevelKind.Sequence, encoding, Offset + ByteLength, false);
        if (VR == DicomVR.SQ)
        {
            // Called a sequence, but without items: bytes that are kept as they are.
            VR = DicomVR.UN;
            WarnOnce(ReadingOddity.NoItems, $"{Tag} is a sequence but contains no items; its bytes are kept as they are.");
        }
        else if (hasItems && !IsCut && Rules.Evidence.ItemsFill(Offset, Offset + ByteLength, encoding))
        {
            // What is unknown and wholly made of items is a sequence (PS3.5 section 6.2.2, note 2).
            VR = DicomVR.SQ;
            return Enter(TokenizerLevelKind.Sequence, encoding, Offset + ByteLength, false);
        }

        Kind = DicomTokenKind.Element;
        _position = Offset + ByteLength;
        if (!IsCut && Tag.IsPrivateCreator && ByteLength is > 0 and <= 128) _level.AddPrivateCreator(Tag, Value());
        return true;
    }

    /// <summary>Sequences and encapsulated values end with a delimiter; so, against the standard, do other values of some writers.</summary>
    private bool StartUndefinedLength(ElementHeader header)
    {
        // UN of undefined length is a sequence of implicit elements (PS3.5 section 6.2.2, note 3); so is whatever holds items but no fragments.
        DicomEncoding encoding = EncodingOfItems(header.VR == DicomVR.UN, out bool hasItems);
        if (VR == DicomVR.SQ || hasItems && !HoldsFragments(header, encoding))
        {
            if (header.VR is { } named && named != DicomVR.SQ && named != DicomVR.UN)
                WarnOnce(ReadingOddity.UnexpectedItems, $"The value representation of {Tag} is {named.Code}, but it contains items; it was read as a sequence.");
            VR = DicomVR.SQ;
            return Enter(TokenizerLevelKind.Sequence, encoding, _level.End, true);
        }

        if (hasItems)
        {
            // Where the file leaves it open, encapsulated pixel data are OB (PS3.5 section A.4).
            if (header.VR is null && VR == DicomVR.OW) VR = DicomVR.OB;
            return Enter(TokenizerLevelKind.Fragments, _level.Encoding, Unknown, true);
        }

        Kind = DicomTokenKind.Element;
        long end = new ByteSearch(_window).FindDelimiter(Offset, _level.End, _level.Encoding);
        ByteLength = end - Offset;
        bool hasDelimiter = IsSequenceDelimiter(end);
        if (!hasDelimiter)
            WarnOnce(ReadingOddity.MissingDelimiter, $"The value of {Tag} has an undefined length and no delimiter; everything that follows was read as its value ({ByteLength} bytes).");
        _position = hasDelimiter ? end + 8 : end;
        return true;
    }

    private bool HoldsFragments(ElementHeader header, DicomEncoding encoding) =>
        VR.Kind == DicomVRKind.Binary && VR != DicomVR.UN &&
        (Tag.Value >> 16 == GroupOfPixelData >> 16 || header.VR != DicomVR.UN && !Rules.Evidence.HoldsElements(Offset, _level.End, encoding));

    /// <summary>
    /// How the items of the value are written, if it has any. Those of unknown values should be implicit and little endian (PS3.5 section
    /// 6.2.2), and are not always.
    /// </summary>
    private DicomEncoding EncodingOfItems(bool isUnknown, out bool hasItems)
    {
        DicomEncoding encoding = isUnknown ? DicomEncoding.ImplicitLittleEndian : _level.Encoding;
        hasItems = _evidence.StartsWithItem(Offset, encoding);
        if (hasItems || !isUnknown || !_level.Encoding.IsBigEndian) return encoding;
        hasItems = _evidence.StartsWithItem(Offset, _level.Encoding);
        return hasItems ? _level.Encoding : encoding;
    }

    /// <summary>A delimiter, or an item, where an element could be. What cannot belong here is passed over.</summary>
    private bool? ReadDelimiter(ElementHeader header)
    {
        DelimiterMeaning meaning = _level.Kind == TokenizerLevelKind.File ? DelimiterMeaning.None : Rules.Delimiters.Settle(_level, header.Tag, _position);
        if (meaning == DelimiterMeaning.FollowsItem) return Leave(_position);

        // A delimiter's length should be 0; whatever it says is passed over.
        if (meaning == DelimiterMeaning.EndsItem) return Leave(_position, 8);
        if (header.Tag.Value is ItemDelimiter or SequenceDelimiter) return PassDelimiter(header.Tag);
        if (header.Tag.Value == Item && !header.IsUndefinedLength)
        {
            Warn("An item outside any sequence was skipped.");
            _position += 8 + (long)header.Length;
            return null;
        }

        if (_level.Kind == TokenizerLevelKind.Item) return Leave(_position);
        WarnOfRubbish();
        return false;
    }

    private bool? PassDelimiter(DicomTag tag)
    {
        WarnOnce(ReadingOddity.StrayDelimiter, $"An unexpected delimiter {tag} was skipped.");
        _position += 8;
        return null;
    }

    private bool? ReadItem()
    {
        ReadOnlySpan<byte> bytes = _window.Get(_position, 8);
        if (bytes.Length < 8) return EndOfBytes();
        DicomTag tag = _level.Encoding.ReadTag(bytes);
        uint length = _level.Encoding.ReadUInt32(bytes.Slice(4));
        switch (tag.Value)
        {
            case Item:
                _level.ItemCount++;
                Tag = _level.Tag;
                HeaderOffset = _position;
                Offset = _position + 8;
                DeclaredLength = length == ElementHeader.UndefinedLength ? -1 : length;
                long end = length == ElementHeader.UndefinedLength ? _level.End : Rules.Lengths.EndOfItem(_level, Offset + length);
                ByteLength = end - Offset;
                return Enter(TokenizerLevelKind.Item, FindEncoding(Offset, end), end, length == ElementHeader.UndefinedLength);
            case SequenceDelimiter when _level.IsUndefinedLength:
                return Leave(_position, 8);
            case SequenceDelimiter or ItemDelimiter:
                return PassDelimiter(tag);
            case 0:
                return PassZeros();
            case var _ when _level.IsUndefinedLength:
                // Without its delimiter, a sequence ends where something else than an item begins.
                if (!_level.IsTooShort) WarnOnce(ReadingOddity.MissingDelimiter, $"The sequence {_level.Tag} has no delimiter; it was ended after its items.");
                return Leave(_position);
            default:
                return Leave(Rules.Lengths.EndOfSequence(_level, _position));
        }
    }

    private bool? ReadFragment()
    {
        ReadOnlySpan<byte> bytes = _window.Get(_position, 8);
        if (bytes.Length < 8) return EndOfBytes();
        DicomTag tag = _level.Encoding.ReadTag(bytes);
        if (tag.Value == SequenceDelimiter) return Leave(_position, 8);
        if (tag.Value != Item)
        {
            Warn($"The encapsulated value of {_level.Tag} has no delimiter.");
            return Leave(_position);
        }

        _level.ItemCount++;
        HeaderOffset = _position;
        Offset = _position + 8;
        DeclaredLength = _level.Encoding.ReadUInt32(bytes.Slice(4));
        ByteLength = _window.CountAvailable(Offset, DeclaredLength);
        _position = Offset + ByteLength;
        Kind = DicomTokenKind.Fragment;
        if (IsCut) WarnOfCut();
        return true;
    }

    private bool Enter(TokenizerLevelKind kind, DicomEncoding encoding, long end, bool isUndefinedLength)
    {
        _level = new TokenizerLevel(kind, _level)
        {
            Encoding = encoding, Tag = Tag, Start = Offset, End = end, IsUndefinedLength = isUndefinedLength,
        };
        if (_level.Depth > DicomLimits.MaxNesting)
        {
            throw new DicomException(
                DicomErrorReason.NestingTooDeep, $"Sequences are nested more than {DicomLimits.MaxNesting} levels deep; no conforming file does that.", offset: Offset);
        }

        _position = Offset;
        Kind = kind switch
        {
            TokenizerLevelKind.Sequence => DicomTokenKind.SequenceStart,
            TokenizerLevelKind.Item => DicomTokenKind.ItemStart,
            _ => DicomTokenKind.FragmentsStart,
        };
        return true;
    }

    private bool Leave(long end, int delimiterSize = 0)
    {
        Kind = _level.Kind switch
        {
            TokenizerLevelKind.Sequence => DicomTokenKind.SequenceEnd,
            TokenizerLevelKind.Item => DicomTokenKind.ItemEnd,
            _ => DicomTokenKind.FragmentsEnd,
        };
        Tag = _level.Tag;
        Offset = _level.Start;
        ByteLength = end - _level.Start;
        _position = end + delimiterSize;
        _level = _level.Outer!;

        // What passed the end of its sequence by its own length ends there all the same: lengths inside are mostly the right ones.
        return true;
    }

    /// <summary>Where no header fits any more: leaves the level, or ends.</summary>
    private bool EndOfBytes()
    {
        if (_level.Kind == TokenizerLevelKind.File)
        {
            // A header would fit, or what was passed over is gone.
            if (_window.Length - _position is >= ElementHeader.LargestSize or < 0) Warn("The file became shorter while it was being read; read it again.");
            else if (HasContent(_position, _window.Length)) Warn("The file ends within the header of an element.");
            return false;
        }

        if (_position >= _window.Length)
        {
            if (_level.Kind == TokenizerLevelKind.Fragments && !_isCut)
            {
                _isCut = true;
                Warn($"The file ends before the encapsulated value of {_level.Tag} does; some of it may be missing.");
            }

            return Leave(_position);
        }

        // Bytes of a defined length that are too few for a header are passed over.
        if (_level.End < _window.Length) return Leave(_level.End);
        if (!_isCut && (_level.IsUndefinedLength || _position < _window.Length))
        {
            _isCut = true;
            Warn("The file ends within a sequence.");
        }

        // Never back, should the file have become shorter.
        return Leave(Math.Max(_position, _window.Length));
    }

    private bool? PassZeros()
    {
        if (new ZeroRules(_window, _evidence, _warnings).TryPass(_level, _position, out _position)) return null;
        if (_level.Kind != TokenizerLevelKind.File) return Leave(_level.IsUndefinedLength ? Math.Max(_position, Math.Min(_level.End, _window.Length)) : _level.End);
        if (HasContent(_position, Math.Min(_window.Length, _position + 1))) WarnOfRubbish();
        return false;
    }

    /// <summary>Whether what follows in a file's data set is no element.</summary>
    private bool IsRubbish(ElementHeader header)
    {
        if (header.Tag > _level.LastTag) return false;
        long end = _position + header.Size + (header.IsUndefinedLength ? 0 : header.Length);
        bool isKnown = header.VR is not null || DicomDictionary.FindVR(header.Tag) is not null || header.Tag.IsPrivate;
        if (isKnown && end <= _window.Length) return false;
        WarnOfRubbish();
        return true;
    }

    /// <summary>Whether it matters for others, or ends what is read: the character set, the sign of pixels, creators, pixel data, delimiters.</summary>
    private static bool IsContext(DicomTag tag) =>
        tag == DicomTag.SpecificCharacterSet || tag == DicomTag.PixelRepresentation || tag.Value >= GroupOfPixelData || tag.IsPrivateCreator;

    private bool IsSequenceDelimiter(long position)
    {
        ReadOnlySpan<byte> bytes = _window.Get(position, 4);
        return bytes.Length == 4 && _level.Encoding.ReadTag(bytes).Value == SequenceDelimiter;
    }

    /// <summary>Items of unknown elements should be implicit (PS3.5 section 6.2.2); those of some writers are not, nor are all of explicit ones explicit.</summary>
    private DicomEncoding FindEncoding(long position, long end)
    {
        DicomEncoding declared = _level.Encoding;
        ReadOnlySpan<byte> bytes = _window.Get(position, 8);
        if (bytes.Length < 8 || position >= end || declared.ReadTag(bytes).Group == StructureTags.Group) return declared;
        if (DicomVR.Find(bytes[4], bytes[5]) is not null == declared.IsExplicit) return declared;
        DicomEncoding found = _evidence.Choose(position, end, declared, [new DicomEncoding(!declared.IsExplicit, declared.IsBigEndian)], out _);
        if (found.IsExplicit != declared.IsExplicit) _warnings.AddEncoding(found.IsExplicit, position, _level);
        return found;
    }

    private bool HasContent(long start, long end)
    {
        foreach (byte value in _window.Get(start, (int)Math.Max(0, end - start)))
        {
            if (value != 0) return true;
        }

        return false;
    }

    /// <summary>Once: what is cut off inside of what is cut off is the same end of the file.</summary>
    private void WarnOfCut()
    {
        if (_isCut) return;
        _isCut = true;
        Warn($"The file ends within the value of {Tag}: {DeclaredLength} bytes are declared, {ByteLength} are present.");
    }

    private void WarnOfRubbish() => Warn($"The data after the last element are not an element and were skipped ({_window.Length - _position} bytes).");
}
