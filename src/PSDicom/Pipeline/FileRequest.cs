using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>
/// One input, in its position: a path, a file that is already read, or the error of a path, so that errors keep their position too; or a
/// skipped file, which is only reported.
/// </summary>
internal readonly struct FileRequest
{
    public FileRequest(string path, FileOrigin origin, string? root = null)
    {
        Path = path;
        Origin = origin;
        Root = root;
    }

    /// <summary>The same input, to compare with its source.</summary>
    public FileRequest(FileRequest request, string reference)
    {
        this = request;
        Reference = reference;
    }

    public FileRequest(DicomFile file)
        : this(file.ToString(), FileOrigin.Named) => File = file;

    public FileRequest(DicomStack stack)
        : this(stack.Frames[0].FullName, FileOrigin.Named) => Stack = stack;

    /// <summary>Frames of one file, or of several files that belong together; the path is that of the first.</summary>
    public FileRequest(StackFrames frames)
        : this(frames.Frames[0].Path, FileOrigin.Piped) => Frames = frames;

    public FileRequest(ErrorRecord error)
        : this(error.TargetObject?.ToString() ?? string.Empty, FileOrigin.Named) => Error = error;

    public FileRequest(SkippedFile skipped)
        : this(skipped.FullName, FileOrigin.Found) => Skipped = skipped;

    public string Path { get; }

    public FileOrigin Origin { get; }

    /// <summary>The folder whose search found the file; null for a file that was named.</summary>
    public string? Root { get; }

    /// <summary>The source of the file, that it is compared with; null if it is compared with none, or with all.</summary>
    public string? Reference { get; }

    public DicomFile? File { get; }

    /// <summary>Files that are already sorted; the path is that of the first.</summary>
    public DicomStack? Stack { get; }

    public StackFrames? Frames { get; }

    public ErrorRecord? Error { get; }

    public SkippedFile? Skipped { get; }
}
