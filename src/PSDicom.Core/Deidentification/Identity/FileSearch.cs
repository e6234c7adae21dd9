using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Deidentification.Values;
using PSDicom.IO;
using PSDicom.Text;

namespace PSDicom.Deidentification.Identity;

/// <summary>
/// Searches a file for values of references: every value, and all bytes between values, apart from pixel data. A file that is not DICOM is searched
/// as a whole.
/// </summary>
/// <param name="index">The values.</param>
/// <param name="attributes">What may be in copies.</param>
/// <param name="cancellation">Ends the search.</param>
internal sealed class FileSearch(IdentityIndex index, IdentityAttributes attributes, CancellationToken cancellation)
{
    private const int Chunk = 256 * 1024;
    private const int Overlap = 1024;
    private const int MaxFound = 1000;

    // What is shorter occurs in numbers by chance.
    private const int LeastInNumbers = 8;

    // No header of an element or an item is longer, so that shorter ranges between values are only that.
    private const int LongestHeader = 12;

    private readonly TextSearch _search = new(index);
    private readonly List<FoundIdentity> _found = [];
    private readonly HashSet<(IdentityKind Kind, DicomTag Tag, FileSegment? Segment)> _reported = [];

    /// <summary>Searches a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Its number of bytes.</param>
    /// <param name="name">Its name, with the folders that belong to it.</param>
    /// <returns>What was found, at most a thousand values.</returns>
    public IReadOnlyList<FoundIdentity> Search(OpenFile file, long length, string name)
    {
        SearchName(name);
        var observer = new SegmentObserver();
        DicomFile header;
        try
        {
            header = file.ReadHeader(new DicomReadOptions { Observer = observer }, cancellation);
        }
        catch (DicomException)
        {
            Search(new FileSegment(0, length, IdentityPlace.OtherFile, default, DicomVR.UN, null), file.Read, TextForms.Of(CharacterSet.Default, index.CharacterSets));
            return _found;
        }

        TextForms forms = TextForms.Of(header.Dataset.CharacterSet, index.CharacterSets);
        FileParts parts = header.Parts;
        if (!parts.IsDeflated)
        {
            SearchAll([.. observer.Meta, .. observer.Dataset], length, parts.MetaStart, observer.EndOfDataset, file.Read, forms);
            return _found;
        }

        // The bytes as they are deflated are no text, but what comes after them can be.
        SearchAll(observer.Meta, parts.DatasetStart, parts.MetaStart, parts.DatasetStart, file.Read, forms);
        Search(new FileSegment(parts.DatasetStart, length - parts.DatasetStart, IdentityPlace.Trailing, default, DicomVR.OW, null), file.Read, forms);
        SearchAll(observer.Dataset, observer.EndOfDataset, 0, observer.EndOfDataset, header.Dataset.Store.Source.Read, forms);
        return _found;
    }

    private delegate void Reader(long offset, Span<byte> destination);

    /// <summary>Searches values, and what is before, between and after them.</summary>
    private void SearchAll(IEnumerable<FileSegment> values, long length, long first, long end, Reader read, TextForms forms)
    {
        long position = 0;
        foreach (FileSegment value in values.OrderBy(segment => segment.Offset))
        {
            Between(position, value.Offset);
            if (!value.IsPixels) Search(value, read, forms);
            position = Math.Max(position, value.Offset + value.Length);
        }

        Between(position, length);

        void Between(long from, long to)
        {
            if (from < first && to > from)
            {
                Search(new FileSegment(from, Math.Min(first, to) - from, IdentityPlace.Preamble, default, DicomVR.UN, null), read, forms);
                from = Math.Min(first, to);
            }

            if (to - from > LongestHeader) Search(new FileSegment(from, to - from, from >= end ? IdentityPlace.Trailing : IdentityPlace.Structure, default, DicomVR.UN, null), read, forms);
        }
    }

    private void SearchName(string name)
    {
        var found = new List<IdentityMatch>();
        _search.Find(Words.Compose(name).AsSpan(), true, true, found);
        foreach (IdentityMatch match in found) Report(match, null, IdentityPlace.FileName, null, null);
    }

    private void Search(FileSegment segment, Reader read, TextForms forms)
    {
        if (segment.Length < (segment.IsNumbers ? LeastInNumbers : Words.MinimumWeight / 2)) return;
        var buffer = new byte[Math.Min(Chunk, segment.Length)];
        for (long start = 0; start < segment.Length && _found.Count < MaxFound; start += Chunk - Overlap)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = (int)Math.Min(buffer.Length, segment.Length - start);
            read(segment.Offset + start, buffer.AsSpan(0, count));
            SearchChunk(segment, buffer, count, start, forms);
            if (start + count == segment.Length) break;
        }
    }

    private void SearchChunk(FileSegment segment, byte[] buffer, int count, long start, TextForms forms)
    {
        bool endsWhole = start + count == segment.Length;
        var found = new List<IdentityMatch>();
        foreach (DecodedText text in segment.IsNumbers ? TextForms.OfNumbers(buffer, count) : forms.Of(buffer, count))
        {
            found.Clear();
            _search.Find(text.Text.AsSpan(), start == 0, endsWhole, found);
            bool? isAllowed = null;
            foreach (IdentityMatch match in found)
            {
                if (IsExpected(match, text.Text, segment, ref isAllowed)) continue;
                long offset = segment.Offset + start + OffsetIn(buffer, text, match.Start);
                Report(match, segment, segment.Place, offset, text.Encoding);
            }
        }
    }

    /// <summary>The position of a character in the bytes; 0 if characters before it have different numbers of bytes.</summary>
    private static int OffsetIn(byte[] bytes, DecodedText text, int character)
    {
        if (text.BytesOfCharacter > 0) return text.Start + (character * text.BytesOfCharacter);
        return character <= bytes.Length && TextBytes.ArePlain(bytes.AsSpan(0, character)) ? character : 0;
    }

    private void Report(IdentityMatch match, FileSegment? segment, IdentityPlace place, long? offset, string? encoding)
    {
        if (_found.Count < MaxFound && _reported.Add((match.Value.Kind, match.Value.Tag, segment)))
            _found.Add(new FoundIdentity(index.PathOf(match.Value.Reference), match.Value, segment, place, offset, encoding));
    }

    /// <summary>Whether a word is there for another reason: a term, a number of something, a date that was moved.</summary>
    /// <param name="match">The word.</param>
    /// <param name="whole">The text.</param>
    /// <param name="segment">Where the text is.</param>
    /// <param name="isAllowed">Whether the text may stay as a whole; null if that is not known yet. A text may have many words.</param>
    private bool IsExpected(IdentityMatch match, string whole, FileSegment segment, ref bool? isAllowed)
    {
        ReadOnlySpan<char> text = whole.AsSpan(match.Start, match.Length);
        DicomVR vr = segment.VR;
        if (segment.IsNumbers) return text.Length < LeastInNumbers;
        if (segment.Tag == default || segment.Tag.IsPrivate) return false;
        if (IsDate(vr) && match.Value.Kind == IdentityKind.Date && attributes.AllowsMovedDates)
            return index.ReferenceCount > 1 || index.Find(Words.Append(match.Hash, segment.Tag.Value)) is null;
        if (match.Value.IsWeak && (isAllowed ??= index.Allows(segment.Tag, whole))) return true;
        if ((vr == DicomVR.IS || vr == DicomVR.DS || vr == DicomVR.TM) && text.Length < LeastInNumbers && !HasLetter(text)) return true;
        return (vr == DicomVR.CS || segment.Place == IdentityPlace.FileMeta || IsDeclaration(segment)) && CodedWords.Contains(text);
    }

    private static bool IsDate(DicomVR vr) => vr == DicomVR.DA || vr == DicomVR.DT;

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (char.IsLetter(character)) return true;
        }

        return false;
    }

    private static bool IsDeclaration(FileSegment segment) =>
        IdentityAttributes.IsDeclaration(segment.Tag) || segment.Item?.Outermost == DicomTag.DeidentificationMethodCodeSequence;
}
