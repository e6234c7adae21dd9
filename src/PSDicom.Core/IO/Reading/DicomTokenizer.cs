using System;
using System.Collections.Generic;
using PSDicom.IO.Sources;
using PSDicom.Query;

namespace PSDicom.IO.Reading;

/// <summary>
/// Reads data elements forward, one token at a time, without building a data set. Only this class knows the encoding (PS3.5 sections 7 and
/// A.4) and how writers violate it. It never goes back and never recurses, and every step moves forward or leaves a level, so that it always
/// ends.
/// </summary>
internal sealed partial class DicomTokenizer
{
    private const uint Item = StructureTags.Item;
    private const uint ItemDelimiter = StructureTags.ItemDelimiter;
    private const uint SequenceDelimiter = StructureTags.SequenceDelimiter;

    /// <summary>The end of a level that ends with a delimiter or with the file, whose length is only determined if needed.</summary>
    private const long Unknown = long.MaxValue;

    private const uint GroupOfPixelData = 0x7FE0_0000;

    private readonly ByteWindow _window;
    private readonly ElementHeaderReader _headers;
    private readonly HeaderEvidence _evidence;
    private readonly ReadingWarnings _warnings;
    private StructureRules? _rules;
    private TokenizerLevel _level;
    private long _position;
    private bool _isTruncated;

    public DicomTokenizer(ByteWindow window, long start, DicomEncoding encoding, List<DicomWarning> warnings)
    {
        _window = window;
        _headers = new ElementHeaderReader(window);
        _evidence = new HeaderEvidence(window);
        _warnings = new ReadingWarnings(warnings);
        _position = start;
        _level = new TokenizerLevel(TokenizerLevelKind.File, null) { Encoding = encoding, Start = start, End = Unknown };
    }

    /// <summary>Makes a tokenizer that begins at the first item of an encapsulated value.</summary>
    public static DicomTokenizer AtFragments(ByteWindow window, DicomTag tag, long start, bool isBigEndian, List<DicomWarning> warnings)
    {
        var tokenizer = new DicomTokenizer(window, start, new DicomEncoding(true, isBigEndian), warnings) { Tag = tag, Offset = start };
        tokenizer.Enter(TokenizerLevelKind.Fragments, tokenizer._level.Encoding, Unknown, true);
        return tokenizer;
    }

    /// <summary>The kind of the current token.</summary>
    public DicomTokenKind Kind { get; private set; }

    /// <summary>The tag of the current element, sequence or encapsulated value.</summary>
    public DicomTag Tag { get; private set; }

    /// <summary>Its value representation: the file's, or the dictionary's if the file has none or UN.</summary>
    public DicomVR VR { get; private set; } = DicomVR.UN;

    /// <summary>Whether it is US or SS depending on the sign of the pixels (PS3.5 section A.1 on implicit data sets).</summary>
    public bool HasSignOfPixels { get; private set; }

    /// <summary>The header of the current element or sequence, as it is in the file.</summary>
    public ElementHeader Header { get; private set; }

    /// <summary>The encoding of the current level: of the items at the start of a sequence, of the elements at the start of an item.</summary>
    public DicomEncoding Encoding => _level.Encoding;

    /// <summary>Whether the file has ended within an element or an encapsulated value.</summary>
    public bool EndsEarly => _isTruncated;

    /// <summary>The position of the element's header.</summary>
    public long HeaderOffset { get; private set; }

    /// <summary>The position of the value, or of the content of the sequence, item or fragment.</summary>
    public long Offset { get; private set; }

    /// <summary>The length that the file declares; -1 if undefined.</summary>
    public long DeclaredLength { get; private set; }

    /// <summary>The actual length in bytes; at an end token, that of the level that ended.</summary>
    public long ByteLength { get; private set; }

    /// <summary>Whether the numbers of the value are big endian.</summary>
    public bool IsBigEndian { get; private set; }

    /// <summary>Whether the file ends before the value does.</summary>
    public bool IsTruncated => DeclaredLength > ByteLength;

    /// <summary>The number of sequences around the element.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the end of the file is reached.</summary>
    public bool IsAtEnd => !_window.Reaches(_position + 1) && _position >= _window.Length;

    /// <summary>The position of the next token.</summary>
    public long Position => _position;

    private StructureRules Rules => _rules ??= new StructureRules(_window, _warnings);

    /// <summary>The bytes of a small value; valid until the next call.</summary>
    /// <exception cref="DicomException">The file has become shorter.</exception>
    public ReadOnlySpan<byte> Value()
    {
        ReadOnlySpan<byte> value = _window.Get(Offset, (int)ByteLength);
        return value.Length == ByteLength ? value : throw new DicomException(
            DicomErrorReason.ValueNotAvailable, "The file became shorter while it was being read; read it again.", offset: Offset, tagPath: _level.DescribePath());
    }

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end of the file's data set.</returns>
    /// <exception cref="DicomException">Sequences are nested too deep.</exception>
    public bool Read()
    {
        while (true)
        {
            if (_level.Kind != TokenizerLevelKind.File && _position >= _level.End && !Rules.Lengths.Continues(_level, _position)) return Leave(_position);
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
    /// Skips unwanted top-level elements that are simple, complete, in memory and without effect on others. <see cref="Read"/> would come to the
    /// same position, but examines each element, which would take most of the time if few are wanted.
    /// </summary>
    public void SkipUnwanted(ITagSelection wanted)
    {
        if (_level.Kind != TokenizerLevelKind.File) return;
        long lastSkipped = _position;
        DicomTag before = _level.LastTag;
        bool hasSkippedSequence = false;
        while (true)
        {
            // The tag first: after a wanted element, the encoding may differ.
            ReadOnlySpan<byte> bytes = _window.Get(_position, ElementHeader.MaxSize);
            if (bytes.Length < ElementHeader.MaxSize) return;
            DicomTag tag = _level.Encoding.ReadTag(bytes);
            bool isItemNext = !_level.Encoding.IsExplicit && _level.Encoding.ReadTag(bytes.Slice(8)).Value == Item;
            bool isSound = tag > _level.LastTag;
            if (isSound && hasSkippedSequence)
            {
                isSound = _evidence.Count(_position, Unknown, _level.Encoding, _level.LastTag) >= HeaderEvidence.Enough;
                bytes = _window.Get(_position, ElementHeader.MaxSize);
            }

            if (isSound && (IsContext(tag) || wanted.Contains(tag))) return;
            ElementHeader header = default;
            if (!isSound || !_headers.TryRead(bytes, _position, _level.End, _level.Encoding, out header) || header.Form != HeaderForm.Declared)
            {
                // The length of the last skipped element may be wrong: Read examines it.
                _position = lastSkipped;
                _level.LastTag = before;
                return;
            }

            if (header.IsUndefinedLength) return;
            long end = _position + header.Size + header.Length;
            if (!_window.Reaches(end)) return;
            lastSkipped = _position;
            before = _level.LastTag;
            hasSkippedSequence = isItemNext || header.VR == DicomVR.SQ;
            _position = end;
            _level.LastTag = tag;
        }
    }

    /// <summary>Whether the next element belongs to the group.</summary>
    public bool IsAtGroup(ushort group)
    {
        ReadOnlySpan<byte> bytes = _window.Get(_position, 2);
        return bytes.Length == 2 && _level.Encoding.ReadUInt16(bytes) == group;
    }

    /// <summary>After the start of a sequence, skips to its end if its length is defined and plausible.</summary>
    public void TrySkip()
    {
        if (!_level.IsUndefinedLength && Rules.Evidence.EndFits(_level, _level.End)) _position = _level.End;
    }

    /// <summary>A step in a data set: true for a token, false at the end, null if another step is needed.</summary>
    private bool? ReadElement()
    {
        if (!_headers.TryRead(_position, _level.End, _level.Encoding, out ElementHeader header)) return EndOfBytes();
        if (header.Tag.Group == StructureTags.Group) return ReadDelimiter(header);
        if (header.Tag.Value == 0 && (_level.LastTag.Value != 0 || _level.Kind == TokenizerLevelKind.Item || header.Length == 0)) return SkipZeros();
        if (_level.Kind == TokenizerLevelKind.File && IsGarbage(header)) return false;

        if (header.Form != HeaderForm.Declared) _warnings.AddForm(header, _position, _level);
        Header = header;
        HeaderOffset = _position;
        Tag = header.Tag;
        Offset = _position + header.Size;
        DeclaredLength = header.IsUndefinedLength ? -1 : header.Length;
        IsBigEndian = _level.Encoding.IsBigEndian && header.VR != DicomVR.UN;
        Depth = _level.Depth;
        VR = _level.ResolveVR(header, out bool hasSignOfPixels);
        HasSignOfPixels = hasSignOfPixels;
        _level.LastTag = header.Tag;
        return header.IsUndefinedLength ? StartUndefinedLength(header) : StartDefinedLength(header);
    }

    private bool StartDefinedLength(ElementHeader header)
    {
        ByteLength = _window.CountAvailable(Offset, header.Length);
        if (IsTruncated) WarnOfTruncation();
        else if (Offset + ByteLength > _level.End) ByteLength = Rules.Lengths.EndOfValue(_level, Tag, Offset, ByteLength) - Offset;

        // A private element without a value representation in the file, or an unknown one, may be a sequence.
        bool isOpen = (header.VR is null || header.VR == DicomVR.UN) && (VR == DicomVR.UN || Tag.IsPrivate);
        bool hasItems = false;
        DicomEncoding encoding = VR == DicomVR.SQ || isOpen ? EncodingOfItems(header.VR == DicomVR.UN, out hasItems) : _level.Encoding;
        if (VR == DicomVR.SQ && (ByteLength == 0 || hasItems)) return Enter(TokenizerLevelKind.Sequence, encoding, Offset + ByteLength, false);
        if (VR == DicomVR.SQ)
        {
            VR = DicomVR.UN;
            WarnOnce(ReadingOddity.NoItems, $"{Tag} is a sequence but contains no items; its bytes are kept as they are.");
        }
        else if (hasItems && !IsTruncated && Rules.Evidence.ItemsFill(Offset, Offset + ByteLength, encoding))
        {
            // An unknown value that consists of items is a sequence (PS3.5 section 6.2.2, note 2).
            VR = DicomVR.SQ;
            return Enter(TokenizerLevelKind.Sequence, encoding, Offset + ByteLength, false);
        }

        Kind = DicomTokenKind.Element;
        _position = Offset + ByteLength;
        if (!IsTruncated && Tag.IsPrivateCreator && ByteLength is > 0 and <= 128) _level.AddPrivateCreator(Tag, Value());
        return true;
    }

    /// <summary>Sequences and encapsulated values can have an undefined length; some writers use it for other values too, against the standard.</summary>
    private bool StartUndefinedLength(ElementHeader header)
    {
        // UN of undefined length is a sequence of implicit elements (PS3.5 section 6.2.2, note 3), and so is any value of items that are not fragments.
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
            // Without a value representation in the file, encapsulated pixel data are OB (PS3.5 section A.4).
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
    /// The encoding of the value's items, if it has any. Items of unknown values should be implicit and little endian (PS3.5 section 6.2.2), but
    /// are not always.
    /// </summary>
    private DicomEncoding EncodingOfItems(bool isUnknown, out bool hasItems)
    {
        DicomEncoding encoding = isUnknown ? DicomEncoding.ImplicitLittleEndian : _level.Encoding;
        hasItems = _evidence.StartsWithItem(Offset, encoding);
        if (hasItems || !isUnknown || !_level.Encoding.IsBigEndian) return encoding;
        hasItems = _evidence.StartsWithItem(Offset, _level.Encoding);
        return hasItems ? _level.Encoding : encoding;
    }

    /// <summary>Reads a delimiter or an item where an element is expected, and skips it if it does not belong here.</summary>
    private bool? ReadDelimiter(ElementHeader header)
    {
        DelimiterMeaning meaning = _level.Kind == TokenizerLevelKind.File ? DelimiterMeaning.None : Rules.Delimiters.Interpret(_level, header.Tag, _position);
        if (meaning == DelimiterMeaning.FollowsItem) return Leave(_position);

        // A delimiter's length should be 0; any other is ignored.
        if (meaning == DelimiterMeaning.EndsItem) return Leave(_position, 8);
        if (header.Tag.Value is ItemDelimiter or SequenceDelimiter) return SkipDelimiter(header.Tag);
        if (header.Tag.Value == Item && !header.IsUndefinedLength)
        {
            Warn(DicomWarningKind.StrayItem, "An item outside any sequence was skipped.");
            _position += 8 + (long)header.Length;
            return null;
        }

        if (_level.Kind == TokenizerLevelKind.Item) return Leave(_position);
        WarnOfGarbage();
        return false;
    }

    private bool? SkipDelimiter(DicomTag tag)
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
                return SkipDelimiter(tag);
            case 0:
                return SkipZeros();
            case var _ when _level.IsUndefinedLength:
                // Without a delimiter, a sequence ends where something other than an item begins.
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
            Warn(DicomWarningKind.DelimiterMissing, $"The encapsulated value of {_level.Tag} has no delimiter.");
            return Leave(_position);
        }

        _level.ItemCount++;
        HeaderOffset = _position;
        Offset = _position + 8;
        DeclaredLength = _level.Encoding.ReadUInt32(bytes.Slice(4));
        ByteLength = _window.CountAvailable(Offset, DeclaredLength);
        _position = Offset + ByteLength;
        Kind = DicomTokenKind.Fragment;
        if (IsTruncated) WarnOfTruncation();
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

        // A level that extends beyond its sequence keeps its own end: inner lengths are mostly right.
        return true;
    }

    /// <summary>Leaves the level, or ends, where no header fits.</summary>
    private bool EndOfBytes()
    {
        if (_level.Kind == TokenizerLevelKind.File)
        {
            // A header should fit, or skipped bytes are gone.
            if (_window.Length - _position is >= ElementHeader.MaxSize or < 0) Warn(DicomWarningKind.FileChanged, "The file became shorter while it was being read; read it again.");
            else if (HasContent(_position, _window.Length)) WarnOfCutHeader();
            return false;
        }

        if (_position >= _window.Length)
        {
            if (_level.Kind == TokenizerLevelKind.Fragments && !_isTruncated)
            {
                _isTruncated = true;
                Warn(DicomWarningKind.Truncated, $"The file ends before the encapsulated value of {_level.Tag} does; some of it may be missing.");
            }

            return Leave(_position);
        }

        // A rest of a defined length that is too short for a header is skipped.
        if (_level.End < _window.Length) return Leave(_level.End);
        if (!_isTruncated && (_level.IsUndefinedLength || _position < _window.Length))
        {
            _isTruncated = true;
            Warn(DicomWarningKind.Truncated, "The file ends within a sequence.");
        }

        // Never back, even if the file has become shorter.
        return Leave(Math.Max(_position, _window.Length));
    }

    private bool? SkipZeros()
    {
        if (new ZeroRules(_window, _evidence, _warnings).TrySkipZeros(_level, _position, out _position)) return null;
        if (_level.Kind != TokenizerLevelKind.File) return Leave(_level.IsUndefinedLength ? Math.Max(_position, Math.Min(_level.End, _window.Length)) : _level.End);
        if (HasContent(_position, Math.Min(_window.Length, _position + 1))) WarnOfGarbage();
        return false;
    }

    /// <summary>Whether the next bytes of a file's data set are not an element.</summary>
    private bool IsGarbage(ElementHeader header)
    {
        if (header.Tag > _level.LastTag) return false;
        long end = _position + header.Size + (header.IsUndefinedLength ? 0 : header.Length);
        bool isKnown = header.VR is not null || DicomDictionary.FindVR(header.Tag) is not null || header.Tag.IsPrivate;
        if (isKnown && end <= _window.Length) return false;
        WarnOfGarbage();
        return true;
    }

    /// <summary>Whether an element affects others or ends the reading: the character set, the sign of pixels, creators, pixel data, delimiters.</summary>
    private static bool IsContext(DicomTag tag) =>
        tag == DicomTag.SpecificCharacterSet || tag == DicomTag.PixelRepresentation || tag.Value >= GroupOfPixelData || tag.IsPrivateCreator;

    private bool IsSequenceDelimiter(long position)
    {
        ReadOnlySpan<byte> bytes = _window.Get(position, 4);
        return bytes.Length == 4 && _level.Encoding.ReadTag(bytes).Value == SequenceDelimiter;
    }

    /// <summary>The actual encoding of an item: some writers use explicit items in unknown elements (against PS3.5 section 6.2.2), or implicit ones in explicit.</summary>
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
}
