using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PSDicom.Query;

namespace PSDicom.IO;

/// <summary>
/// Reads data elements forward, one token at a time, without building anything: the one place that knows the encoding
/// (PS3.5 sections 7 and A.4) and what writers do to it. It never goes back, never recurses, and every step either moves
/// on or leaves a level, so that no file can hold it.
/// </summary>
internal sealed class DicomTokenizer
{
    private const uint Item = 0xFFFE_E000;
    private const uint ItemDelimiter = 0xFFFE_E00D;
    private const uint SequenceDelimiter = 0xFFFE_E0DD;

    /// <summary>The end of what ends with a delimiter or with the file, whose length is not asked for before it matters.</summary>
    private const long Unknown = long.MaxValue;

    private const uint SpecificCharacterSet = 0x0008_0005;
    private const uint PixelRepresentation = 0x0028_0103;
    private const uint GroupOfPixelData = 0x7FE0_0000;

    /// <summary>Elements of private groups up to this one are the group's length and the creators of its blocks (PS3.5 section 7.8.1).</summary>
    private const ushort LastReserved = 0x00FF;

    private readonly ByteWindow _window;
    private readonly ElementHeaderReader _headers;
    private readonly List<DicomWarning> _warnings;
    private TokenizerLevel _level;
    private long _position;
    private bool _isCut;

    public DicomTokenizer(ByteWindow window, long start, DicomEncoding encoding, List<DicomWarning> warnings)
    {
        _window = window;
        _headers = new ElementHeaderReader(window);
        _warnings = warnings;
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

    /// <summary>Whether the value representation is settled but for this: it is SS rather than US if the pixels, of which nothing was said yet, are signed.</summary>
    public bool IsSignOpen { get; private set; }

    /// <summary>Whether the pixels are signed, as far as the data set that the tokenizer is in, or one around it, has said.</summary>
    public bool? HasSignedPixels => _level.HasSignedPixels;

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

    /// <summary>Where the tokenizer would go on reading.</summary>
    public long Position => _position;

    /// <summary>The bytes of the element's value, if it is not too large to hold; valid until the next call.</summary>
    /// <exception cref="DicomException">They are no longer there.</exception>
    public ReadOnlySpan<byte> Value()
    {
        ReadOnlySpan<byte> value = _window.Get(Offset, (int)ByteLength);
        return value.Length == ByteLength ? value : throw new DicomException(
            DicomErrorReason.ValueNotAvailable, "The file became shorter while it was read; read it again.", offset: Offset, tagPath: DescribePlace());
    }

    /// <summary>Goes on to the next token.</summary>
    /// <returns>False at the end of the file's data set.</returns>
    /// <exception cref="DicomException">Sequences are nested too deep.</exception>
    public bool Read()
    {
        while (true)
        {
            if (_level.Kind != TokenizerLevelKind.File && _position >= _level.End) return Leave(_position);
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
        while (true)
        {
            // The tag first: behind what is wanted, the encoding may be another one.
            ReadOnlySpan<byte> bytes = _window.Get(_position, ElementHeader.LargestSize);
            if (bytes.Length < 8) return;
            DicomTag tag = _level.Encoding.ReadTag(bytes);
            if (tag <= _level.LastTag || tag > wanted.Last || IsContext(tag) || wanted.Contains(tag)) return;
            if (!_headers.TryRead(bytes, _position, _level.End, _level.Encoding, out ElementHeader header) || header.IsUndefinedLength) return;
            long end = _position + header.Size + header.Length;
            if (!_window.Reaches(end)) return;
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

    /// <summary>After the start of a sequence: goes to its end without reading what is in it, if its length is known.</summary>
    public void TrySkip()
    {
        if (!_level.IsUndefinedLength) _position = _level.End;
    }

    /// <summary>Notes what the file's reader should know of, with the place where the tokenizer is.</summary>
    public void Warn(string message)
    {
        if (_warnings.Count < DicomLimits.MostWarnings - 1) _warnings.Add(new DicomWarning(message, _position, DescribePlace()));
        else if (_warnings.Count < DicomLimits.MostWarnings) _warnings.Add(new DicomWarning("There is more that is wrong from here on.", _position));
    }

    /// <summary>One step in a data set: true for a token, false at the end, null when there is more to read first.</summary>
    private bool? ReadElement()
    {
        if (!_headers.TryRead(_position, _level.End, _level.Encoding, out ElementHeader header)) return EndOfBytes();
        if (header.Tag.Group == 0xFFFE) return ReadDelimiter(header);
        if (_level.Kind == TokenizerLevelKind.File && IsRubbish(header)) return false;

        HeaderOffset = _position;
        Tag = header.Tag;
        Offset = _position + header.Size;
        DeclaredLength = header.IsUndefinedLength ? -1 : header.Length;
        IsBigEndian = _level.Encoding.IsBigEndian && header.VR != DicomVR.UN;
        Depth = _level.Depth;
        VR = SettleVR(header);
        _level.LastTag = header.Tag;
        return header.IsUndefinedLength ? StartUndefinedLength(header) : StartDefinedLength(header);
    }

    private bool StartDefinedLength(ElementHeader header)
    {
        ByteLength = _window.CountAvailable(Offset, header.Length);
        bool isUnknown = header.VR == DicomVR.UN;
        DicomEncoding encoding = isUnknown ? DicomEncoding.ImplicitLittleEndian : _level.Encoding;
        if (VR == DicomVR.SQ)
        {
            if (IsCut) WarnOfCut();
            if (ByteLength == 0 || StartsWithItem(Offset, encoding)) return Enter(TokenizerLevelKind.Sequence, encoding, Offset + ByteLength, false);

            // Called a sequence, but without items: bytes that are kept as they are.
            VR = DicomVR.UN;
        }

        Kind = DicomTokenKind.Element;
        _position = Offset + ByteLength;
        if (IsCut) WarnOfCut();
        else NoteContext(isUnknown);
        return true;
    }

    /// <summary>Sequences and encapsulated values end with a delimiter; so, against the standard, do other values of some writers.</summary>
    private bool StartUndefinedLength(ElementHeader header)
    {
        // UN of undefined length is a sequence of implicit elements (PS3.5 section 6.2.2, note 3); in an implicit data set,
        // so is what no dictionary knows.
        bool isUnknown = header.VR == DicomVR.UN;
        DicomEncoding encoding = isUnknown ? DicomEncoding.ImplicitLittleEndian : _level.Encoding;
        if (VR == DicomVR.SQ || (isUnknown || VR == DicomVR.UN) && StartsWithItem(Offset, encoding))
        {
            VR = DicomVR.SQ;
            return Enter(TokenizerLevelKind.Sequence, encoding, Unknown, true);
        }

        if (VR.Kind == DicomVRKind.Binary && StartsWithItem(Offset, _level.Encoding))
        {
            // Where the file leaves it open, encapsulated pixel data are OB (PS3.5 section A.4).
            if (header.VR is null && VR == DicomVR.OW) VR = DicomVR.OB;
            return Enter(TokenizerLevelKind.Fragments, _level.Encoding, Unknown, true);
        }

        Kind = DicomTokenKind.Element;
        ByteLength = FindSequenceDelimiter(Offset) - Offset;
        _position = Math.Min(_window.Length, Offset + ByteLength + 8);
        return true;
    }

    private bool? ReadDelimiter(ElementHeader header)
    {
        switch (header.Tag.Value)
        {
            case ItemDelimiter when _level.Kind == TokenizerLevelKind.Item:
                // A delimiter's length should be 0; whatever it says is passed over.
                return Leave(_position, 8);
            case ItemDelimiter:
            case SequenceDelimiter when _level.Kind == TokenizerLevelKind.File:
                _position += 8;
                return null;
            case Item or SequenceDelimiter when _level.Kind == TokenizerLevelKind.Item:
                // The item's own delimiter is missing.
                return Leave(_position);
            case Item when !header.IsUndefinedLength:
                Warn("An item outside of any sequence was passed over.");
                _position += 8 + (long)header.Length;
                return null;
            default:
                if (_level.Kind == TokenizerLevelKind.Item) return Leave(_position);
                WarnOfRubbish();
                return false;
        }
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
                DicomEncoding encoding = FindEncoding(Offset, _level.Encoding);
                long end = length == ElementHeader.UndefinedLength ? _level.End : Math.Min(_level.End, Offset + length);
                ByteLength = end - Offset;
                return Enter(TokenizerLevelKind.Item, encoding, end, length == ElementHeader.UndefinedLength);
            case SequenceDelimiter when _level.IsUndefinedLength:
                return Leave(_position, 8);
            case SequenceDelimiter or ItemDelimiter:
                _position += 8;
                return null;
            default:
                // Without its delimiter, a sequence ends where something else than an item begins.
                return Leave(_level.IsUndefinedLength ? _position : _level.End);
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
        if (_level.Depth > DicomLimits.DeepestNesting)
        {
            throw new DicomException(
                DicomErrorReason.NestingTooDeep, $"Sequences are nested more than {DicomLimits.DeepestNesting} deep; no conforming file does that.", offset: Offset);
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
            if (_window.Length - _position is >= ElementHeader.LargestSize or < 0) Warn("The file became shorter while it was read; read it again.");
            else if (HasContent(_position, _window.Length)) Warn("The file ends within the header of an element.");
            return false;
        }

        if (_position >= _window.Length)
        {
            if (_level.Kind == TokenizerLevelKind.Fragments && !_isCut)
            {
                _isCut = true;
                Warn($"The file ends before the encapsulated value of {_level.Tag} does: there may have been more of it.");
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

    /// <summary>Whether what follows in a file's data set is padding, or anything else that is no element.</summary>
    private bool IsRubbish(ElementHeader header)
    {
        if (header.Tag > _level.LastTag) return false;
        if (header.Tag.Value == 0 && _level.LastTag.Value != 0 && !HasContent(_position, Math.Min(_window.Length, _position + 64))) return true;
        long end = _position + header.Size + (header.IsUndefinedLength ? 0 : header.Length);
        bool isKnown = header.VR is not null || DicomDictionary.FindVR(header.Tag) is not null || header.Tag.IsPrivate;
        if (isKnown && end <= _window.Length) return false;
        WarnOfRubbish();
        return true;
    }

    /// <summary>Whether it matters for others, or ends what is read: the character set, the sign of pixels, creators, pixel data, delimiters.</summary>
    private static bool IsContext(DicomTag tag) =>
        tag.Value is SpecificCharacterSet or PixelRepresentation or >= GroupOfPixelData || tag.IsPrivateCreator;

    /// <summary>Keeps what later elements of the data set depend on.</summary>
    private void NoteContext(bool isUnknown)
    {
        if (Tag.Value == PixelRepresentation && ByteLength >= 2)
        {
            _level.HasSignedPixels = (isUnknown ? DicomEncoding.ImplicitLittleEndian : _level.Encoding).ReadUInt16(_window.Get(Offset, 2)) != 0;
        }
        else if (Tag.IsPrivateCreator && ByteLength is > 0 and <= 128)
        {
            _level.AddPrivateCreator(Tag, Latin1(Value()).Trim(' ', '\0'));
        }
    }

    private DicomVR SettleVR(ElementHeader header)
    {
        IsSignOpen = false;
        if (header.VR is not null && header.VR != DicomVR.UN) return header.VR;
        bool isAmbiguous = false;
        DicomVR vr = (header.Tag.IsPrivate && header.Tag.Element > LastReserved
            ? _level.FindPrivateVR(header.Tag, out isAmbiguous)
            : DicomDictionary.FindVR(header.Tag, out isAmbiguous)) ?? DicomVR.UN;

        // "US or SS" is signed as the pixels are (PS3.5 section A.1 on implicit data sets).
        if (!isAmbiguous || vr != DicomVR.US || DicomDictionary.IsTableData(header.Tag)) return vr;
        IsSignOpen = _level.HasSignedPixels is null;
        return _level.HasSignedPixels == true ? DicomVR.SS : vr;
    }

    private bool StartsWithItem(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = _window.Get(position, 8);
        return bytes.Length == 8 && encoding.ReadTag(bytes).Value is Item or SequenceDelimiter;
    }

    /// <summary>Items of unknown elements should be implicit (PS3.5 section 6.2.2); those of some writers are not, nor are all of explicit ones explicit.</summary>
    private DicomEncoding FindEncoding(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = _window.Get(position, 8);
        if (bytes.Length < 8 || encoding.ReadTag(bytes).Group == 0xFFFE) return encoding;
        bool hasVR = DicomVR.Find(bytes[4], bytes[5]) is not null;
        if (hasVR == encoding.IsExplicit) return encoding;
        if (hasVR) return DicomDictionary.FindVR(encoding.ReadTag(bytes)) == DicomVR.Find(bytes[4], bytes[5]) ? new DicomEncoding(true, encoding.IsBigEndian) : encoding;
        uint length = encoding.ReadUInt32(bytes.Slice(4));
        bool couldBeImplicit = length <= _level.End - position && _window.CountAvailable(position, length) == length;
        return couldBeImplicit ? new DicomEncoding(false, encoding.IsBigEndian) : encoding;
    }

    private long FindSequenceDelimiter(long position)
    {
        ReadOnlySpan<byte> delimiter = _level.Encoding.IsBigEndian ? [0xFF, 0xFE, 0xE0, 0xDD] : [0xFE, 0xFF, 0xDD, 0xE0];
        while (true)
        {
            ReadOnlySpan<byte> bytes = _window.Get(position, 4096);
            int index = bytes.IndexOf(delimiter);
            if (index >= 0) return position + index;
            if (bytes.Length < 4096) return _window.Length;
            position += bytes.Length - 3;
        }
    }

    private bool HasContent(long start, long end)
    {
        foreach (byte value in _window.Get(start, (int)Math.Max(0, end - start)))
        {
            if (value != 0) return true;
        }

        return false;
    }

    /// <summary>The tag path of the place where the tokenizer is, for messages.</summary>
    private string? DescribePlace()
    {
        var path = new StringBuilder();
        for (TokenizerLevel? level = _level; level is not null; level = level.Outer)
        {
            if (level.Kind is TokenizerLevelKind.Sequence or TokenizerLevelKind.Fragments)
                path.Insert(0, string.Format(CultureInfo.InvariantCulture, "{0}[{1}].", level.Tag, Math.Max(0, level.ItemCount - 1)));
        }

        return path.Length == 0 ? null : path.ToString(0, path.Length - 1);
    }

    /// <summary>Once: what is cut off inside of what is cut off is the same end of the file.</summary>
    private void WarnOfCut()
    {
        if (_isCut) return;
        _isCut = true;
        Warn($"The file ends within the value of {Tag}: {DeclaredLength} bytes are declared, {ByteLength} are there.");
    }

    private void WarnOfRubbish() => Warn($"What follows the last element is no element and was passed over ({_window.Length - _position} bytes).");

    private static string Latin1(ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = stackalloc char[bytes.Length];
        for (int i = 0; i < bytes.Length; i++) characters[i] = (char)bytes[i];
        return characters.ToString();
    }
}
