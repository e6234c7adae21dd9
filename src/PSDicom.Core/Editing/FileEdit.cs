namespace PSDicom.Editing;

/// <summary>What happens to one file.</summary>
internal sealed class FileEdit
{
    /// <summary>The edits of the file meta information.</summary>
    public DatasetEdit Meta { get; } = new();

    /// <summary>The edits of the data set.</summary>
    public DatasetEdit Dataset { get; } = new();

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Meta.IsEmpty && Dataset.IsEmpty;
}
