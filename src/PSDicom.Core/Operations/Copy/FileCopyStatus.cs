namespace PSDicom;

/// <summary>What was done with a file to copy or to move.</summary>
public enum FileCopyStatus
{
    /// <summary>It was copied.</summary>
    Copied,

    /// <summary>It was moved; the source is gone.</summary>
    Moved,

    /// <summary>It has another name now, a hard link: both are the same file.</summary>
    Linked,

    /// <summary>A file with the same bytes was already there. Nothing was written, and the source stays.</summary>
    AlreadyThere,
}
