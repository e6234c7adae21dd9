using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using PSDicom.Deidentification.Values;
using PSDicom.Deidentification.Writing;
using PSDicom.Editing;
using PSDicom.Query;

namespace PSDicom.Deidentification;

/// <summary>Writes the de-identified data set: element by element, at every depth, also in sequences that the file calls unknown (UN).</summary>
/// <param name="file">The file.</param>
/// <param name="rules">The rules of the run.</param>
/// <param name="elements">The rules for elements.</param>
/// <param name="patient">The patient.</param>
/// <param name="words">The words that tell whose the file is.</param>
/// <param name="safe">The private elements that are safe.</param>
/// <param name="tally">Counts what happened.</param>
/// <param name="output">Receives the data set.</param>
internal sealed class DatasetProtector(
    DicomFile file, ProtectionRules rules, ElementRules elements, PatientIdentity patient, Lazy<IdentityWords> words, PrivateBlocksKept safe, ProtectionTally tally, DatasetOutput output)
{
    private const int OldestAge = 89;

    private readonly ContentItems _content = new(rules, file.Dataset);
    private readonly Stack<Level> _levels = new();

    /// <summary>Whether the pixels of the file are cleaned.</summary>
    public bool CleansPixels { get; init; }

    /// <summary>The elements of the output outside of sequences that names of files can be made from.</summary>
    public TopLevelValues Values { get; } = new(file.Dataset.CharacterSet);

    /// <summary>What was cut off after the last frame; null if nothing was.</summary>
    public DicomWarning? CutTail { get; private set; }

    /// <summary>Writes the data set.</summary>
    /// <param name="added">Elements that the output has in any case, in place of the file's.</param>
    public void Write(IReadOnlyDictionary<uint, AddedElement> added)
    {
        uint[] tags = [.. added.Keys.OrderBy(tag => tag)];
        int next = 0;
        _levels.Push(new Level(file.Dataset, [], default, false));
        while (_levels.Count > 0)
        {
            Level level = _levels.Peek();
            bool isTop = level.Sequence == default;
            if (level.Next == level.Dataset.Elements.Count)
            {
                if (isTop) AddBefore(uint.MaxValue);
                End(level);
                continue;
            }

            DicomElement element = level.Dataset.Elements[level.Next++];
            if (isTop)
            {
                AddBefore(element.Tag.Value);
                if (added.ContainsKey(element.Tag.Value)) continue;
            }

            Write(element, level);
        }

        void AddBefore(uint tag)
        {
            for (; next < tags.Length && tags[next] <= tag; next++)
            {
                AddedElement element = added[tags[next]];
                element.WriteTo(output, new DicomTag(tags[next]));
                if (element.Value is { } value) Values.Add(new DicomTag(tags[next]), value);
            }
        }
    }

    private void End(Level level)
    {
        _levels.Pop();
        if (level.Sequence == default) return;
        output.EndItem(level.Sequence);
        if (level.Others.Count == 0)
        {
            output.EndSequence(level.Sequence);
            return;
        }

        Start(level.Sequence, level.Others, level.IsDummy);
    }

    private void Start(DicomTag sequence, ArraySegment<DicomDataset> items, bool isDummy)
    {
        output.StartItem(sequence);
        _levels.Push(new Level(items.Array![items.Offset], new ArraySegment<DicomDataset>(items.Array, items.Offset + 1, items.Count - 1), sequence, isDummy));
    }

    private void Write(DicomElement element, Level level)
    {
        Treatment treatment = _content.Keeps(element) ? Treatment.Keep : elements.Of(element, level.Sequence, level.IsDummy);
        if (element.VR.Kind == DicomVRKind.Sequence) WriteSequence(element, treatment, level);
        else WriteValue(element, treatment);
    }

    private void WriteSequence(DicomElement element, Treatment treatment, Level level)
    {
        tally.Add(treatment);
        if (treatment == Treatment.Remove) return;
        DicomDataset[] items = treatment == Treatment.Empty ? [] : _content.Of(element);
        bool isDummy = level.IsDummy || treatment == Treatment.Dummy;
        if (items.Length == 0)
        {
            // Annotations that were text only leave nothing, nor do content items that were all removed: these sequences must not be empty.
            bool mayBeEmpty = element.Tag != DicomTag.GraphicAnnotationSequence && element.Tag != DicomTag.ContentSequence;
            if (element.Items.Count == 0 || mayBeEmpty) output.WriteEmptySequence(element.Tag);
            return;
        }

        output.StartSequence(element.Tag);
        Start(element.Tag, new ArraySegment<DicomDataset>(items, 0, treatment == Treatment.Dummy ? 1 : items.Length), isDummy);
    }

    private void WriteValue(DicomElement element, Treatment treatment)
    {
        if (treatment == Treatment.Remove)
        {
            tally.Add(treatment);
            return;
        }

        if (element.ByteLength == 0 && !element.IsEncapsulated)
        {
            // What has no value gets none.
            Put(element, new NewValue(VROf(element), []));
            return;
        }

        if (element.Tag.IsPixelData && element.Dataset.Parent is not null) RefuseNested(element);
        tally.Add(treatment);
        switch (treatment)
        {
            case Treatment.Empty:
                Put(element, new NewValue(element.VR, []));
                break;
            case Treatment.Dummy:
                Put(element, DummyValue.Of(element));
                break;
            case Treatment.Uid:
                Put(element, Ascii(DicomVR.UI, NewUids(element)));
                break;
            case Treatment.Shift:
                Put(element, Ascii(VROf(element), DateShift.Shift(VROf(element), element.RawValue ?? string.Empty, patient.Days) ?? string.Empty));
                break;
            case Treatment.Clean:
                Put(element, Cleaned(element));
                break;
            case Treatment.Pseudonym:
                Put(element, Ascii(element.VR, Pseudonym(element)));
                break;
            default:
                Keep(element);
                break;
        }
    }

    /// <summary>Refuses an image in a sequence, other than icons, which are removed: it may show what the image of the file shows, with its text.</summary>
    private void RefuseNested(DicomElement element)
    {
        if (rules.AllowsBurnedIn && !CleansPixels) return;
        string path = ItemPlace.PathOf(DatasetWalk.All(file.Dataset).FirstOrDefault(located => located.Element == element).Place, element.Tag);
        throw new DicomException(
            DicomErrorReason.NestedPixelsNotCleaned,
            "The file has an image in a sequence, whose pixels may have text; it is not cleaned. Remove it (-RemoveTag, --remove-tag); or look at it, and if it has no text, allow such images (-AllowBurnedIn, --allow-burned-in) without cleaning pixels.",
            tagPath: path);
    }

    private void Keep(DicomElement element)
    {
        DicomVR vr = VROf(element);
        if (element.Tag == DicomTag.PatientAge && element.RawValue?.Trim() is { Length: 4 } age && age[3] == 'Y' && int.TryParse(age.Substring(0, 3), out int years) && years > OldestAge)
        {
            Put(element, Ascii(vr, "090Y"));
            return;
        }

        if (element.Dataset.Parent is null) Values.Add(element, vr);
        output.Copy(element, vr, LengthOf(element));
    }

    /// <summary>The length of a value in the copy: pixel data end with their last frame.</summary>
    private long LengthOf(DicomElement element)
    {
        if (!element.Tag.IsPixelData || element.IsEncapsulated || file.TransferSyntax.IsEncapsulated) return element.ByteLength;
        long length = PixelTail.LengthOfFrames(element);
        if (length < element.ByteLength)
        {
            CutTail ??= new DicomWarning(
                $"{element.ByteLength - length} bytes after the last frame belong to no image and may contain anything; they are not in the copy.", tagPath: TagNames.Of(element.Tag));
        }

        return length;
    }

    private void Put(DicomElement element, NewValue value)
    {
        if (element.Dataset.Parent is null) Values.Add(element.Tag, value);
        output.Write(element.Tag, value);
    }

    private DicomVR VROf(DicomElement element) => element.Tag.IsPrivate ? safe.VROf(element) ?? element.VR : element.VR;

    private static NewValue Ascii(DicomVR vr, string text) => new(vr, Encoding.ASCII.GetBytes(text));

    private string NewUids(DicomElement element)
    {
        string[] uids = (element.RawValue ?? string.Empty).Split('\\');
        for (int i = 0; i < uids.Length; i++) uids[i] = rules.NewUid(uids[i].Trim(' ', '\0'));
        return string.Join("\\", uids);
    }

    private string Pseudonym(DicomElement element) =>
        element.RawValue?.Trim() is not { Length: > 0 } ? string.Empty
        : element.Tag == DicomTag.PatientID ? patient.PseudonymIn(element.Dataset) ?? string.Empty
        : patient.Pseudonym;

    private NewValue Cleaned(DicomElement element)
    {
        string text = words.Value.Clean(element.RawValue ?? string.Empty);
        return text.Length > 0 && element.Dataset.CharacterSet.TryEncode(text, element.VR, out byte[]? bytes) ? new NewValue(element.VR, bytes) : DummyValue.Of(element);
    }

    /// <summary>A data set that is being written.</summary>
    /// <param name="Dataset">The data set.</param>
    /// <param name="Others">The items after it.</param>
    /// <param name="Sequence">Its sequence; none for the data set of the file.</param>
    /// <param name="IsDummy">Whether it stands for another item.</param>
    private sealed record Level(DicomDataset Dataset, ArraySegment<DicomDataset> Others, DicomTag Sequence, bool IsDummy)
    {
        /// <summary>The number of the next element.</summary>
        public int Next { get; set; }
    }
}
