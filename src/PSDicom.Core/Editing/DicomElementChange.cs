using PSDicom.Editing;

namespace PSDicom;

/// <summary>The change of one element of a file.</summary>
public sealed class DicomElementChange
{
    internal DicomElementChange(string tagPath, ChangeKind action, string? oldValue)
    {
        TagPath = tagPath;
        Action = action;
        OldValue = oldValue;
    }

    /// <summary>The element, as a tag path.</summary>
    public string TagPath { get; }

    /// <summary>What happened.</summary>
    public ChangeKind Action { get; internal set; }

    /// <summary>The old value as text; null if there was none.</summary>
    public string? OldValue { get; }

    /// <summary>The new value as text; null if there is none.</summary>
    public string? NewValue { get; internal set; }

    /// <summary>The kind and the path; not the values, which may be a patient's.</summary>
    public override string ToString() => $"{Action} {TagPath}";
}
