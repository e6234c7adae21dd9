using System;

namespace PSDicom.Operations.Search;

/// <summary>A file that was found, or a folder that was not searched.</summary>
public readonly struct FoundFile
{
    internal FoundFile(string path, Exception? error = null)
    {
        Path = path;
        Error = error;
    }

    internal FoundFile(string path, SkippedFile skipped)
        : this(path) => Skipped = skipped;

    /// <summary>The path of the file, or of the folder if it has an error or was skipped; it begins with the folder as given to the search.</summary>
    public string Path { get; }

    /// <summary>The error of a folder that could not be read completely; null for a file.</summary>
    public Exception? Error { get; }

    /// <summary>The reason for which the folder was skipped; null for a file.</summary>
    public SkippedFile? Skipped { get; }
}
