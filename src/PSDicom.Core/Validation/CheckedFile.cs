using PSDicom.IO;

namespace PSDicom.Validation;

/// <summary>A file that is being tested: read to its end, and still open.</summary>
/// <param name="file">Its header and data set.</param>
/// <param name="source">Its bytes.</param>
internal sealed class CheckedFile(DicomFile file, OpenFile source)
{
    /// <summary>The file meta information and the data set.</summary>
    public DicomFile File { get; } = file;

    /// <summary>The open file, for values that are not in memory.</summary>
    public OpenFile Source { get; } = source;

    /// <summary>The data set.</summary>
    public DicomDataset Dataset => File.Dataset;

    /// <summary>The file meta information; empty if there is none.</summary>
    public DicomDataset FileMeta => File.FileMeta;
}
