using System.Collections.Generic;
using System.Globalization;
using PSDicom.Query;

namespace PSDicom.Editing;

/// <summary>The edits of one file, and what they change, for people.</summary>
/// <param name="file">The file.</param>
internal sealed class EditedFile(DicomFile file)
{
    private readonly long _maxInPaths = DicomLimits.MinimumInPaths + (file.BytesRead * DicomLimits.MaxInPathsPerByte);
    private long _inPaths;
    private readonly Dictionary<string, DicomElementChange> _byPath = [];
    private readonly List<DicomElementChange> _changes = [];

    /// <summary>The edits.</summary>
    public FileEdit Edit { get; } = new();

    /// <summary>The changes, in the order in which they were asked for.</summary>
    public IReadOnlyList<DicomElementChange> Changes => _changes;

    /// <summary>The path of an element that changes. Deep nesting makes paths far longer than the file, so their characters are counted.</summary>
    /// <exception cref="DicomException">They are too long together.</exception>
    public string PathOf(ItemPlace? place, DicomTag tag)
    {
        _inPaths += place?.PathLength ?? 0;
        if (_inPaths <= _maxInPaths) return ItemPlace.PathOf(place, tag);
        throw new DicomException(
            DicomErrorReason.PathsTooLong,
            string.Format(CultureInfo.InvariantCulture, "The paths of the changed elements have more than {0} characters, far more than the file, which may be malicious. Name fewer elements.", _maxInPaths));
    }

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
