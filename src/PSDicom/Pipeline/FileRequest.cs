using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>
/// One input, in its position: a path, a file that is already read, or the error of a path, so that errors keep their position too; or a
/// skipped file, which is only reported.
/// </summary>
internal readonly struct FileRequest
{
    public FileRequest(string path, FileOrigin origin)
    {
        Path = path;
        Origin = origin;
    }

    public FileRequest(DicomFile file)
        : this(file.ToString(), FileOrigin.Named) => File = file;

    public FileRequest(ErrorRecord error)
        : this(error.TargetObject?.ToString() ?? string.Empty, FileOrigin.Named) => Error = error;

    public FileRequest(SkippedFile skipped)
        : this(skipped.FullName, FileOrigin.Found) => Skipped = skipped;

    public string Path { get; }

    public FileOrigin Origin { get; }

    public DicomFile? File { get; }

    public ErrorRecord? Error { get; }

    public SkippedFile? Skipped { get; }
}
