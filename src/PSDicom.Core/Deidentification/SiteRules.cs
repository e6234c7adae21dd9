using System.Collections.Generic;
using PSDicom.Editing;
using PSDicom.Editing.Values;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Deidentification;

/// <summary>The rules of a site, which come before those of the profile: elements to keep, to remove and to set.</summary>
public sealed class SiteRules
{
    private readonly List<TagPattern> _kept = [];
    private readonly List<TagPattern> _removed = [];
    private readonly SortedDictionary<uint, NewValue> _set = [];

    /// <summary>Keeps elements as they are, wherever they are in a file.</summary>
    /// <param name="name">A keyword, a tag, a private tag with its creator, or a keyword with wildcards.</param>
    /// <exception cref="DicomException">It is not one of these.</exception>
    public void Keep(string name) => _kept.Add(Parse(name));

    /// <summary>Removes elements, wherever they are in a file.</summary>
    /// <inheritdoc cref="Keep" path="/param|/exception"/>
    public void Remove(string name)
    {
        TagPattern pattern = Parse(name);
        if (pattern.Tags.Single is { } tag && IsMaintained(tag)) throw Maintained(pattern);
        _removed.Add(pattern);
    }

    /// <summary>Sets an element of the data set to the same value in all files, whether a file has it or not.</summary>
    /// <param name="name">A keyword or a tag.</param>
    /// <param name="value">The value, of characters from ASCII; empty for no value.</param>
    /// <exception cref="DicomException">There is no such element, or the value does not fit it.</exception>
    public void Set(string name, string value)
    {
        TagPattern pattern = Parse(name);
        if (pattern.Creator is not null || pattern.Tags.Single is not { } tag || !DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) || entry.VR.Kind == DicomVRKind.Sequence || tag.Group <= 0x0002)
            throw new DicomException(DicomErrorReason.InvalidTagPath, $"'{pattern.Text}' cannot be set here: name one element with a value, of the standard's dictionary.");
        if (IsMaintained(tag)) throw Maintained(pattern);
        _set[tag.Value] = ValueEncoder.Encode(value, new ValueContext(pattern.Text, entry.VR, entry.VM, CharacterSet.Default, true));
    }

    /// <summary>The elements to set, in the order of their tags.</summary>
    internal IReadOnlyDictionary<uint, NewValue> Values => _set;

    /// <summary>Whether elements are kept.</summary>
    internal bool HasKept => _kept.Count > 0;

    /// <summary>Whether an element is kept.</summary>
    internal bool Keeps(DicomElement element) => IsAny(_kept, element);

    /// <summary>Whether an element is removed.</summary>
    internal bool Removes(DicomElement element) => IsAny(_removed, element);

    // Called for each element of each file.
    private static bool IsAny(List<TagPattern> patterns, DicomElement element)
    {
        foreach (TagPattern pattern in patterns)
        {
            if (pattern.Matches(element)) return true;
        }

        return false;
    }

    private static bool IsMaintained(DicomTag tag) => tag == DicomTag.SpecificCharacterSet || tag == DicomTag.SOPClassUID || tag == DicomTag.SOPInstanceUID;

    private static DicomException Maintained(TagPattern pattern) => new(
        DicomErrorReason.InvalidTagPath, $"'{pattern.Text}' is needed to read the file or to tell it from others; it is neither set nor removed.");

    private static TagPattern Parse(string name)
    {
        TagPath path = TagPathParser.Parse(name);
        if (path.Steps.Count > 1)
            throw new DicomException(DicomErrorReason.InvalidTagPath, $"'{path.Text}' is a path into a sequence. Rules apply wherever an element is: name it alone.");
        return path.Target;
    }
}
