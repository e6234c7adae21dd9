using System;

namespace PSDicom.Operations.Search;

/// <summary>A file that a search came upon, or a folder that it did not look into.</summary>
public readonly struct FoundFile
{
    internal FoundFile(string path, Exception? error = null)
    {
        Path = path;
        Error = error;
    }

    internal FoundFile(string path, SkippedFile skipped)
        : this(path) => Skipped = skipped;

    /// <summary>The file, below the folder as that was named; with an error, or passed over, the folder.</summary>
    public string Path { get; }

    /// <summary>Why the folder could not be read, or not to its end; null for a file.</summary>
    public Exception? Error { get; }

    /// <summary>Why the folder was passed over; null for a file.</summary>
    public SkippedFile? Skipped { get; }
}
