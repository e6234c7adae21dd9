using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Data;
using PSDicom.Text;

namespace PSDicom.IO.Reading;

/// <summary>Builds a data set from tokens: small values are kept in memory, bulk ones stay in the file.</summary>
internal sealed class DatasetReader(
    DicomTokenizer tokenizer, DicomReadOptions options, ReadingBudget? budget, CancellationToken cancellation, int limit = DicomLimits.MaxElements)
{
    /// <summary>Values of up to this many bytes are kept in memory with the data set.</summary>
    public const int MaxKept = 16 * 1024;

    /// <summary>Text of up to this many bytes is checked for faults even if it is not kept.</summary>
    private const int MaxChecked = 1024 * 1024;

    /// <summary>The most character sets to quote; files have at most three.</summary>
    private const int MaxQuoted = 4;

    private readonly SelectionProgress? _progress = options.Selection is { Count: not null } selection ? new SelectionProgress(selection, options) : null;
    private Stack<(DicomElement Sequence, DicomDataset Outer, List<DicomDataset> Items)>? _sequences;
    private int _elementCount;
    private bool _hasStrayMeta;

    /// <summary>Reads elements into the data set, to the end of the file or until all wanted elements were found.</summary>
    /// <param name="root">The data set.</param>
    /// <param name="group">The only group to read; null for all.</param>
    public void ReadInto(DicomDataset root, ushort? group = null)
    {
        try
        {
            options.Observer?.Begin(group is not null);
            Read(root, group);
            options.Observer?.End(tokenizer);
        }
        finally
        {
            budget?.EndReading();
        }

        Order(root);
    }

    private void Read(DicomDataset root, ushort? group)
    {
        DicomDataset current = root;
        while (_progress is not { IsComplete: true })
        {
            if (options.Selection is { } wanted) tokenizer.SkipUnwanted(wanted);
            if (group is { } only && !tokenizer.IsAtGroup(only) || !tokenizer.Read()) return;
            budget?.SpendStep();
            options.Observer?.See(tokenizer);
            switch (tokenizer.Kind)
            {
                case DicomTokenKind.ItemStart:
                    budget?.SpendMemory(ReadingBudget.OfItem);
                    current = new DicomDataset(root.Store, _sequences!.Peek().Outer);
                    _sequences.Peek().Items.Add(current);
                    break;
                case DicomTokenKind.ItemEnd:
                    Order(current);
                    current = _sequences!.Peek().Outer;
                    break;
                case DicomTokenKind.SequenceEnd:
                    (DicomElement ended, current, List<DicomDataset> items) = _sequences!.Pop();
                    ended.SetItems(items, tokenizer.ByteLength);
                    if (current == root) _progress?.End();
                    break;
                default:
                    if (tokenizer.Depth == 0 && EndsBefore(tokenizer.Tag)) return;
                    ReadElement(current, group);
                    if (tokenizer.Depth == 0 && EndsAfter(tokenizer.Tag)) return;
                    break;
            }
        }
    }

    private void ReadElement(DicomDataset dataset, ushort? group)
    {
        if (++_elementCount > limit)
        {
            throw new DicomException(
                DicomErrorReason.TooManyElements, $"The file has more than {limit} elements.", offset: tokenizer.HeaderOffset);
        }

        if ((_elementCount & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        DicomTag tag = tokenizer.Tag;
        if (tag == DicomTag.SpecificCharacterSet && tokenizer.Kind == DicomTokenKind.Element && tokenizer.ByteLength <= MaxKept) NoteCharacterSet(dataset);
        if (tag == DicomTag.PixelRepresentation && tokenizer.Kind == DicomTokenKind.Element && tokenizer.ByteLength is >= 2 and <= MaxKept) NoteSign(dataset);
        if (tokenizer.Depth > 0) AddElement(dataset);
        else if (tag.Group == MetaSelection.Group && group is null) SkipStrayMeta();
        else if (options.Selection is { } selection && !selection.Contains(tag)) Skip();
        else AddElement(dataset);
    }

    private void NoteCharacterSet(DicomDataset dataset)
    {
        if (tokenizer.Depth == 0) _progress?.FindCharacterSet();
        string terms = CharacterSet.Default.Decode(tokenizer.Value(), DicomVR.CS);
        CharacterSet characterSet = CharacterSet.FromTerms(terms);
        dataset.SetCharacterSet(characterSet);
        if (characterSet.UnknownTerms.Count > 0 && options.CharacterSet is null)
            tokenizer.Warn(DicomWarningKind.CharacterSetUnknown, $"{DescribeUnknown(terms, characterSet)}; non-ASCII text may be read wrongly. Specify the character set.");
    }

    private static string DescribeUnknown(string terms, CharacterSet characterSet)
    {
        if (!QuotedText.IsOfKind(DicomVR.CS, terms.TrimEnd(' ', '\0'))) return "The declared character set is not a code";
        string first = string.Join("\\", characterSet.UnknownTerms.Take(MaxQuoted));
        return $"The character set {QuotedText.Of(DicomVR.CS, first)} is unknown";
    }

    private void NoteSign(DicomDataset dataset)
    {
        if (tokenizer.Depth == 0) _progress?.FindSign();
        ReadOnlySpan<byte> value = tokenizer.Value();
        dataset.SetSignOfPixels((value[0] | value[1]) != 0);
    }

    /// <summary>Skips file meta information that is not at the beginning of the file (PS3.10 section 7.1), so that it does not override that.</summary>
    private void SkipStrayMeta()
    {
        if (!_hasStrayMeta) tokenizer.Warn(DicomWarningKind.FileMetaInDataset, $"File meta information within the data set, such as {tokenizer.Tag}, was skipped.");
        _hasStrayMeta = true;
        Skip();
    }

    /// <summary>Sorts a data set after reading; of repeated elements the first one is used, as it is when reading ends after it.</summary>
    private void Order(DicomDataset dataset)
    {
        IReadOnlyList<DicomTag> repeated = dataset.Order();
        if (repeated.Count > 0) tokenizer.Warn(DicomWarningKind.DuplicateElement, $"{repeated[0]} occurs more than once{(repeated.Count > 1 ? $", as do {repeated.Count - 1} other elements" : "")}; the first is used.");
    }

    private void AddElement(DicomDataset dataset)
    {
        budget?.SpendMemory(ReadingBudget.OfElement);
        DicomTag tag = tokenizer.Tag;
        DicomVR vr = tokenizer.VR;
        _progress?.Find(tokenizer, dataset);
        switch (tokenizer.Kind)
        {
            case DicomTokenKind.SequenceStart:
                DicomElement sequence = DicomElement.Deferred(dataset, tag, vr, tokenizer.Offset, tokenizer.DeclaredLength, 0, tokenizer.IsBigEndian);
                dataset.Add(sequence);
                (_sequences ??= new()).Push((sequence, dataset, []));
                break;
            case DicomTokenKind.FragmentsStart:
                DicomElement encapsulated = DicomElement.Encapsulated(dataset, tag, vr, tokenizer.Offset, tokenizer.IsBigEndian);
                dataset.Add(encapsulated);
                if (tokenizer.Depth == 0 && options.StopAtPixelData) break;
                encapsulated.SetFragments(FragmentReader.Read(tokenizer, budget, out long byteLength), byteLength);
                encapsulated.HasWholeFragments = tokenizer.Position > tokenizer.Offset + byteLength;
                options.Observer?.See(tokenizer);
                break;
            default:
                long whole = CountWholeBytes();
                if (whole == 0 && tokenizer.DeclaredLength != 0 && tokenizer.IsTruncated) break;
                bool keeps = whole <= MaxKept && !(options.StopAtPixelData && tag.IsPixelData && whole > 0);
                DicomElement element = keeps
                    ? DicomElement.Kept(dataset, tag, vr, tokenizer.Offset, tokenizer.DeclaredLength, tokenizer.Value().Slice(0, (int)whole), tokenizer.IsBigEndian)
                    : DicomElement.Deferred(dataset, tag, vr, tokenizer.Offset, tokenizer.DeclaredLength, whole, tokenizer.IsBigEndian);
                if (!keeps && vr.Kind == DicomVRKind.Text && whole <= MaxChecked) dataset.Store.Note(vr, tokenizer.Value());
                element.HasSignOfPixels = tokenizer.HasSignOfPixels;
                dataset.Add(element);
                break;
        }
    }

    /// <summary>The length of the complete values of a truncated element, in bytes.</summary>
    private long CountWholeBytes()
    {
        long length = tokenizer.ByteLength;
        DicomVR vr = tokenizer.VR;
        if (!tokenizer.IsTruncated || vr.Kind == DicomVRKind.Binary) return length;
        if (vr.Kind == DicomVRKind.Number) return length - (length % vr.UnitSize);
        return vr.IsMultiValued && length <= MaxKept ? Math.Max(0, tokenizer.Value().LastIndexOf((byte)'\\')) : 0;
    }

    /// <summary>Skips the element with its items.</summary>
    private void Skip()
    {
        if (tokenizer.Kind == DicomTokenKind.Element) return;
        tokenizer.TrySkip();
        for (int open = 1; open > 0 && tokenizer.Read();)
        {
            budget?.SpendStep();
            open += tokenizer.Kind switch
            {
                DicomTokenKind.SequenceStart or DicomTokenKind.FragmentsStart => 1,
                DicomTokenKind.SequenceEnd or DicomTokenKind.FragmentsEnd => -1,
                _ => 0,
            };
        }
    }

    /// <summary>
    /// Whether reading ends before an element of the file's data set: if all wanted elements come before pixel data, their fragments need not
    /// be read.
    /// </summary>
    private bool EndsBefore(DicomTag tag) =>
        options.Selection is { } selection && tag.IsPixelData && tokenizer.Kind == DicomTokenKind.FragmentsStart && tag > selection.Last;

    /// <summary>Whether reading ends after an element: after pixel data that are the last element to read or the last of the file.</summary>
    private bool EndsAfter(DicomTag tag) =>
        tag.IsPixelData && (options.StopAtPixelData || options.Selection is { } selection && tag >= selection.Last && tokenizer.IsAtEnd);
}
