using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Text;

namespace PSDicom.IO;

/// <summary>Builds a data set from tokens: small values are kept, bulk ones stay in the file.</summary>
internal sealed class DatasetReader(
    DicomTokenizer tokenizer, DicomReadOptions options, CancellationToken cancellation, int limit = DicomLimits.MostElements)
{
    /// <summary>Values of up to this many bytes are kept in memory with the data set.</summary>
    public const int LargestKept = 16 * 1024;

    /// <summary>Text of up to this many bytes that is not kept is looked at all the same, for what contradicts its character set.</summary>
    private const int LargestLookedAt = 1024 * 1024;

    private static readonly DicomTag SpecificCharacterSet = new(0x0008_0005);
    private static readonly DicomTag PixelRepresentation = new(0x0028_0103);

    private Stack<(DicomElement Sequence, DicomDataset Outer, List<DicomDataset> Items)>? _sequences;
    private List<DicomElement>? _openSigns;
    private int _elementCount;

    /// <summary>Reads elements into the data set, to the file's end or the last one wanted.</summary>
    /// <param name="root">The data set.</param>
    /// <param name="group">The only group to read; null for all.</param>
    public void ReadInto(DicomDataset root, ushort? group = null)
    {
        Read(root, group);
        root.Order();
        SettleSigns();
    }

    private void Read(DicomDataset root, ushort? group)
    {
        DicomDataset current = root;
        while (true)
        {
            if (options.Selection is { } wanted) tokenizer.PassOver(wanted);
            if (group is { } only && !tokenizer.IsAtGroup(only) || !tokenizer.Read()) return;
            switch (tokenizer.Kind)
            {
                case DicomTokenKind.ItemStart:
                    current = new DicomDataset(root.Store, _sequences!.Peek().Outer);
                    _sequences.Peek().Items.Add(current);
                    break;
                case DicomTokenKind.ItemEnd:
                    current.Order();
                    current = _sequences!.Peek().Outer;
                    break;
                case DicomTokenKind.SequenceEnd:
                    (DicomElement ended, current, List<DicomDataset> items) = _sequences!.Pop();
                    ended.SetItems(items, tokenizer.ByteLength);
                    break;
                default:
                    if (tokenizer.Depth == 0 && IsPastLast()) return;
                    ReadElement(current);
                    if (tokenizer.Depth == 0 && options.StopAtPixelData && DicomReadOptions.IsPixelData(tokenizer.Tag)) return;
                    break;
            }
        }
    }

    private void ReadElement(DicomDataset dataset)
    {
        if (++_elementCount > limit)
        {
            throw new DicomException(
                DicomErrorReason.TooManyElements, $"The file has more than {limit} elements.", offset: tokenizer.HeaderOffset);
        }

        if ((_elementCount & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        DicomTag tag = tokenizer.Tag;
        if (tag == SpecificCharacterSet && tokenizer.Kind == DicomTokenKind.Element && tokenizer.ByteLength <= LargestKept) NoteCharacterSet(dataset);
        if (tokenizer.Depth == 0 && options.Selection is { } selection && !selection.Contains(tag)) Skip();
        else Take(dataset);
    }

    private void NoteCharacterSet(DicomDataset dataset)
    {
        CharacterSet characterSet = CharacterSet.FromTerms(CharacterSet.Default.Decode(tokenizer.Value(), DicomVR.CS));
        dataset.SetCharacterSet(characterSet);
        if (characterSet.UnknownTerms.Count > 0 && options.CharacterSet is null)
            tokenizer.Warn($"The character set '{string.Join("\\", characterSet.UnknownTerms)}' is not known; text with other than ASCII characters may be read wrongly. Name the right one.");
    }

    private void Take(DicomDataset dataset)
    {
        DicomTag tag = tokenizer.Tag;
        DicomVR vr = tokenizer.VR;
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
                encapsulated.SetFragments(FragmentReader.Read(tokenizer, out long byteLength), byteLength);
                break;
            default:
                long whole = CountWholeBytes();
                if (whole == 0 && tokenizer.DeclaredLength != 0 && tokenizer.IsCut) break;
                bool keeps = whole <= LargestKept && !(options.StopAtPixelData && DicomReadOptions.IsPixelData(tag) && whole > 0);
                DicomElement element = keeps
                    ? DicomElement.Kept(dataset, tag, vr, tokenizer.Offset, tokenizer.DeclaredLength, tokenizer.Value().Slice(0, (int)whole), tokenizer.IsBigEndian)
                    : DicomElement.Deferred(dataset, tag, vr, tokenizer.Offset, tokenizer.DeclaredLength, whole, tokenizer.IsBigEndian);
                dataset.Add(element);
                if (!keeps && vr.Kind == DicomVRKind.Text && whole <= LargestLookedAt) dataset.Store.Note(vr, tokenizer.Value());
                if (tokenizer.IsSignOpen) (_openSigns ??= []).Add(element);
                break;
        }
    }

    /// <summary>Numbers that came before Pixel Representation are signed if the pixels are.</summary>
    private void SettleSigns()
    {
        foreach (DicomElement element in _openSigns ?? [])
        {
            if (HasSignedPixels(element.Dataset)) element.SettleVR(DicomVR.SS);
        }
    }

    /// <summary>Whether pixels are signed by what an item or one around it says; or the file's data set, which need not have been read for that.</summary>
    private bool HasSignedPixels(DicomDataset dataset)
    {
        for (DicomDataset? level = dataset; level is not null; level = level.Parent)
        {
            if (level.GetInteger(PixelRepresentation) is { } isSigned) return isSigned != 0;
        }

        return tokenizer.HasSignedPixels == true;
    }

    /// <summary>Of a value that the file's end cuts off: the bytes of its whole values.</summary>
    private long CountWholeBytes()
    {
        long length = tokenizer.ByteLength;
        DicomVR vr = tokenizer.VR;
        if (!tokenizer.IsCut || vr.Kind == DicomVRKind.Binary) return length;
        if (vr.Kind == DicomVRKind.Number) return length - (length % vr.UnitSize);
        return vr.IsMultiValued && length <= LargestKept ? Math.Max(0, tokenizer.Value().LastIndexOf((byte)'\\')) : 0;
    }

    /// <summary>Passes over the element, with all that is in it.</summary>
    private void Skip()
    {
        if (tokenizer.Kind == DicomTokenKind.Element) return;
        tokenizer.TrySkip();
        for (int open = 1; open > 0 && tokenizer.Read();)
        {
            open += tokenizer.Kind switch
            {
                DicomTokenKind.SequenceStart or DicomTokenKind.FragmentsStart => 1,
                DicomTokenKind.SequenceEnd or DicomTokenKind.FragmentsEnd => -1,
                _ => 0,
            };
        }
    }

    /// <summary>Whether all that is wanted was read, with what decides about its signs.</summary>
    private bool IsPastLast() =>
        options.Selection is { } selection && tokenizer.Tag > selection.Last
        && (_openSigns is null || tokenizer.HasSignedPixels is not null || tokenizer.Tag > PixelRepresentation);
}
