using System.Collections.Generic;

namespace PSDicom.Editing;

/// <summary>The edits of one file, and what they change, for people.</summary>
internal sealed class EditedFile
{
    private readonly Dictionary<string, DicomElementChange> _byPath = [];
    private readonly List<DicomElementChange> _changes = [];

    /// <summary>The edits.</summary>
    public FileEdit Edit { get; } = new();

    /// <summary>The changes, in the order in which they were asked for.</summary>
    public IReadOnlyList<DicomElementChange> Changes => _changes;

    /// <summary>Notes the change of an element; a later change of the same element replaces the earlier one.</summary>
    public void Note(string path, ChangeKind kind, string? oldValue, string? newValue)
    {
        if (!_byPath.TryGetValue(path, out DicomElementChange? change))
        {
            change = new DicomElementChange(path, kind, oldValue);
            _byPath.Add(path, change);
            _changes.Add(change);
        }

        change.Action = kind;
        change.NewValue = newValue;
    }
}
