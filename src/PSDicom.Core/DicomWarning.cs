namespace PSDicom;

/// <summary>Something that a file has wrong and that was read all the same, but that its reader should know of: data are missing or contradict each other.</summary>
/// <param name="message">What is wrong and what was done.</param>
/// <param name="offset">The byte position, if it is known.</param>
/// <param name="tagPath">The element, as a tag path, if it is known.</param>
public sealed class DicomWarning(string message, long? offset = null, string? tagPath = null)
{
    /// <summary>What is wrong and what was done, and where.</summary>
    public string Message { get; } = DicomException.Describe(message, offset, tagPath);

    /// <summary>The byte position, if it is known.</summary>
    public long? Offset { get; } = offset;

    /// <summary>The element, as a tag path, if it is known.</summary>
    public string? TagPath { get; } = tagPath;

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
