namespace PSDicom;

/// <summary>A problem of a file that was read nevertheless: data are missing or contradict each other.</summary>
/// <param name="message">The problem and how it was handled.</param>
/// <param name="offset">The byte position, if it is known.</param>
/// <param name="tagPath">The element, as a tag path, if it is known.</param>
public sealed class DicomWarning(string message, long? offset = null, string? tagPath = null)
{
    /// <summary>Makes a warning of a kind.</summary>
    internal DicomWarning(DicomWarningKind kind, string message, long? offset = null, string? tagPath = null)
        : this(message, offset, tagPath)
    {
        Kind = kind;
        Detail = message;
    }

    /// <summary>The kind of problem.</summary>
    internal DicomWarningKind Kind { get; }

    /// <summary>The problem and how it was handled, without the place.</summary>
    internal string Detail { get; } = message;

    /// <summary>The problem, how it was handled, and where it is.</summary>
    public string Message { get; } = DicomException.Describe(message, offset, tagPath);

    /// <summary>The byte position, if it is known.</summary>
    public long? Offset { get; } = offset;

    /// <summary>The element, as a tag path, if it is known.</summary>
    public string? TagPath { get; } = tagPath;

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
