namespace PSDicom.IO.Writing;

/// <summary>Options for replacing a file in its place.</summary>
internal sealed record InPlaceOptions
{
    /// <summary>Whether files marked as read-only are replaced.</summary>
    public bool ReplacesReadOnly { get; init; }

    /// <summary>Whether files with several names (hard links) are replaced: the other names keep the old content.</summary>
    public bool BreaksHardLinks { get; init; }

    /// <summary>Whether the new file keeps the time of the last change.</summary>
    public bool PreservesTime { get; init; }

    /// <summary>Whether the old file is kept beside the new one.</summary>
    public bool KeepsBackup { get; init; }
}
