namespace PSDicom.Editing;

/// <summary>
/// A change to make in files: an element, named as a tag path, gets a value or is removed. At the end of a path, a number in brackets is one
/// value of the element (<c>ImageType[2]</c>, from 0) or one item of a sequence.
/// </summary>
public sealed class DatasetChange
{
    private DatasetChange(ChangeKind kind, EditPath path)
    {
        Kind = kind;
        EditPath = path;
    }

    /// <summary>What happens.</summary>
    public ChangeKind Kind { get; }

    /// <summary>The path in its normalized spelling.</summary>
    public string Path => EditPath.Text;

    /// <summary>
    /// The value to set: text, numbers, dates, times, bytes, arrays of these, dictionaries for items. Null, or an empty text, for no value.
    /// </summary>
    public object? Value { get; private init; }

    /// <summary>When the value is set.</summary>
    public ChangeCondition Condition { get; private init; }

    /// <summary>Whether the element is also changed wherever it is in sequences.</summary>
    public bool IsNested { get; private init; }

    /// <summary>The value representation, for elements that are in no dictionary; null for that of the file or the dictionary.</summary>
    public DicomVR? VR { get; private init; }

    internal EditPath EditPath { get; }

    /// <summary>Sets the value of an element.</summary>
    /// <param name="path">The element, as a tag path. Items in brackets are created if they are the next ones.</param>
    /// <param name="value">The value; see <see cref="Value"/>.</param>
    /// <param name="condition">When it is set.</param>
    /// <param name="isNested">Whether the element is also set wherever it is in sequences.</param>
    /// <param name="vr">The value representation, if the dictionary does not have it.</param>
    /// <exception cref="DicomException">The path is malformed, or the element is never set.</exception>
    public static DatasetChange Set(string path, object? value, ChangeCondition condition = ChangeCondition.Always, bool isNested = false, DicomVR? vr = null)
    {
        EditPath parsed = EditPath.Parse(path);
        if (parsed.FixedTag is { } tag && Maintained(tag) is { } reason) throw new DicomException(DicomErrorReason.InvalidTagPath, $"'{parsed.Text}' cannot be set: {reason}");
        return new DatasetChange(ChangeKind.Set, parsed) { Value = value, Condition = condition, IsNested = isNested, VR = vr };
    }

    /// <summary>Removes elements.</summary>
    /// <param name="path">The elements, as a tag path. With a private creator goes its block.</param>
    /// <param name="isNested">Whether they are also removed wherever they are in sequences.</param>
    /// <exception cref="DicomException">The path is malformed, or the element is needed to read the file.</exception>
    public static DatasetChange Remove(string path, bool isNested = false)
    {
        EditPath parsed = EditPath.Parse(path);
        if (parsed.FixedTag == DicomTag.TransferSyntaxUID)
            throw new DicomException(DicomErrorReason.InvalidTagPath, "The transfer syntax cannot be removed: without it, the file cannot be read.");
        return new DatasetChange(ChangeKind.Remove, parsed) { IsNested = isNested };
    }

    /// <summary>The same change with another value.</summary>
    public DatasetChange WithValue(object? value) =>
        new(Kind, EditPath) { Value = value, Condition = Condition, IsNested = IsNested, VR = VR };

    /// <summary>The kind and the path; not the value, which may be a patient's.</summary>
    public override string ToString() => $"{Kind} {Path}";

    /// <summary>Why an element is not set by users; null if it is.</summary>
    internal static string? Maintained(DicomTag tag) => tag switch
    {
        _ when tag == DicomTag.TransferSyntaxUID => "it says how the file is encoded, which does not change with it.",
        _ when tag.IsGroupLength => "lengths of groups follow from the elements.",
        _ when tag.Group == 0xFFFE => "it is part of the structure of sequences.",
        _ => null,
    };
}
