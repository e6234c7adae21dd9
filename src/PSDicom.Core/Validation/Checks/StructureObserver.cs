using System;
using System.Collections.Generic;
using PSDicom.IO.Reading;
using PSDicom.Query;

namespace PSDicom.Validation.Checks;

/// <summary>Checks the headers of elements while a file is read: their order, lengths, value representations and delimiters.</summary>
/// <param name="findings">Receives the findings.</param>
internal sealed class StructureObserver(FindingList findings) : ITokenObserver
{
    private const ushort MetaGroup = 0x0002;
    private const ushort FirstOfPrivateCreators = 0x0010;
    private const ushort LastOfPrivateCreators = 0x00FF;
    private const ushort FirstOfPrivateBlocks = 0x1000;

    private readonly Stack<Level> _levels = new();
    private Level _level = new(null);
    private bool _isMeta;

    /// <summary>Where the last element ended.</summary>
    public long End { get; private set; }

    public void Begin(bool isFileMeta)
    {
        _isMeta = isFileMeta;
        _level = new Level(null);
        _levels.Clear();
    }

    public void See(DicomTokenizer tokenizer)
    {
        switch (tokenizer.Kind)
        {
            case DicomTokenKind.ItemStart:
                _levels.Push(_level);
                _level = new Level(new ItemPlace(_level.Place, _level.Sequence, _level.ItemCount++));
                if (IsOdd(tokenizer.DeclaredLength)) AddOddLength("An item", tokenizer.DeclaredLength, tokenizer.HeaderOffset, _levels.Peek().Place, tokenizer.Tag);
                break;
            case DicomTokenKind.ItemEnd:
                EndGroup(tokenizer.Offset + tokenizer.ByteLength);
                if (_levels.Count > 0) _level = _levels.Pop();
                CheckDelimiter(tokenizer, _level.Sequence);
                break;
            case DicomTokenKind.SequenceEnd or DicomTokenKind.FragmentsEnd:
                CheckDelimiter(tokenizer, tokenizer.Tag);
                break;
            case DicomTokenKind.Fragment:
                break;
            default:
                SeeElement(tokenizer);
                break;
        }

        End = tokenizer.Position;
    }

    void ITokenObserver.End(DicomTokenizer tokenizer) => EndGroup(_isMeta ? tokenizer.Position : End);

    private static bool IsOdd(long length) => length > 0 && (length & 1) == 1;

    private void SeeElement(DicomTokenizer tokenizer)
    {
        DicomTag tag = tokenizer.Tag;
        if (_isMeta && _level.Last.Value == 0 && (tokenizer.Encoding.IsBigEndian || !tokenizer.Encoding.IsExplicit))
            findings.Add(StructureFindings.FileMetaEncoding, $"The file meta information is {tokenizer.Encoding}; it should be explicit little endian.", null, tag, tokenizer.HeaderOffset);
        if (tag < _level.Last)
            Add(StructureFindings.TagOrder, $"{tag} comes after {_level.Last}.", tokenizer);
        if (tag.Group != _level.Last.Group || tag.IsGroupLength) EndGroup(tokenizer.HeaderOffset);
        _level.Last = tag;
        if (tag.IsGroupLength) BeginGroup(tokenizer);
        if (IsOdd(tokenizer.DeclaredLength)) AddOddLength($"The value of {tag}", tokenizer.DeclaredLength, tokenizer.HeaderOffset, _level.Place, tag);
        if (!IsAllowed(tag)) Add(StructureFindings.ElementNotAllowed, DescribeNotAllowed(tag), tokenizer);
        CheckVR(tokenizer);
        if (tokenizer.Kind != DicomTokenKind.SequenceStart) return;
        _level.Sequence = tag;
        _level.ItemCount = 0;
    }

    private void BeginGroup(DicomTokenizer tokenizer)
    {
        if (tokenizer.Kind == DicomTokenKind.Element && tokenizer.ByteLength == sizeof(uint))
        {
            _level.EndOfGroup = tokenizer.Offset + sizeof(uint) + tokenizer.Encoding.ReadUInt32(tokenizer.Value());
            _level.OffsetOfGroup = tokenizer.HeaderOffset;
        }

        if (findings.IsStrict && tokenizer.Tag.Group != MetaGroup) Add(StructureFindings.GroupLengthRetired, $"The group length {tokenizer.Tag} is retired.", tokenizer);
    }

    /// <summary>Compares the length of the current group with its end.</summary>
    private void EndGroup(long end)
    {
        if (_level.EndOfGroup >= 0 && _level.EndOfGroup != end)
        {
            findings.Add(
                StructureFindings.GroupLengthWrong,
                FormattableString.Invariant($"The group length says that group {_level.Last.Group:X4} ends at byte {_level.EndOfGroup}; it ends at {end}."),
                _level.Place,
                new DicomTag(_level.Last.Group, 0),
                _level.OffsetOfGroup);
        }

        _level.EndOfGroup = -1;
    }

    private void CheckDelimiter(DicomTokenizer tokenizer, DicomTag sequence)
    {
        uint length = tokenizer.DelimiterLength();
        if (length == 0) return;
        findings.Add(
            StructureFindings.DelimiterLength,
            FormattableString.Invariant($"A delimiter of {sequence} has the length {length}; it should be 0."),
            _level.Place,
            sequence,
            tokenizer.Position - 8);
    }

    private void CheckVR(DicomTokenizer tokenizer)
    {
        DicomTag tag = tokenizer.Tag;
        DicomVR? known = DicomDictionary.FindVR(tag, out bool isAmbiguous);
        if (known is null && !tag.IsPrivate && findings.IsStrict) Add(StructureFindings.ElementUnknown, $"{tag} is not in the dictionary.", tokenizer);
        if (findings.IsStrict && !tag.IsPrivate && !tag.IsGroupLength && DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) && entry.IsRetired)
            Add(StructureFindings.ElementRetired, $"{tag} ({entry.Name}) is retired.", tokenizer);
        if (known is null || tokenizer.Header.VR is not { } vr || vr == known) return;
        if (vr == DicomVR.UN)
        {
            if (findings.IsStrict) Add(StructureFindings.VRNotNamed, $"{tag} has the value representation UN; it is {known}.", tokenizer);
        }
        else if (!isAmbiguous || !DicomDictionary.TryGet(tag, out entry) || !Allows(entry, vr))
        {
            Add(StructureFindings.VRWrong, $"The value representation of {tag} is {vr}; the dictionary has {known}.", tokenizer);
        }
    }

    private static bool Allows(DicomDictionaryEntry entry, DicomVR vr)
    {
        foreach (DicomVR allowed in entry.VRs)
        {
            if (allowed == vr) return true;
        }

        return false;
    }

    /// <summary>Whether a tag may occur in a file: not those of commands and of groups that are ruled out.</summary>
    private static bool IsAllowed(DicomTag tag)
    {
        if (!tag.IsPrivate) return tag.Group != 0;
        if (tag.Group is 0x0001 or 0x0003 or 0x0005 or 0x0007 or 0xFFFF) return false;
        return tag.Element is 0 or (>= FirstOfPrivateCreators and <= LastOfPrivateCreators) or >= FirstOfPrivateBlocks;
    }

    private static string DescribeNotAllowed(DicomTag tag) =>
        tag.Group == 0 ? $"{tag} is an element of commands, not of files."
        : tag.Group is 0x0001 or 0x0003 or 0x0005 or 0x0007 or 0xFFFF ? $"The group of {tag} must not be used."
        : $"{tag} lies outside the blocks of private elements, which begin at ({tag.Group:X4},1000).";

    private void AddOddLength(string what, long length, long offset, ItemPlace? place, DicomTag tag) =>
        findings.Add(StructureFindings.OddLength, FormattableString.Invariant($"{what} has the odd length {length}."), place, tag, offset);

    private void Add(FindingRule rule, string message, DicomTokenizer tokenizer) => findings.Add(rule, message, _level.Place, tokenizer.Tag, tokenizer.HeaderOffset);

    /// <summary>A data set: that of the file, or an item.</summary>
    private sealed class Level(ItemPlace? place)
    {
        public ItemPlace? Place { get; } = place;

        public DicomTag Last { get; set; }

        /// <summary>The end of the current group by its length; -1 if it has none.</summary>
        public long EndOfGroup { get; set; } = -1;

        public long OffsetOfGroup { get; set; }

        /// <summary>The last sequence, and the number of its items so far.</summary>
        public DicomTag Sequence { get; set; }

        public int ItemCount { get; set; }
    }
}
