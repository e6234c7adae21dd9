using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Conversion;

/// <summary>A file to convert, in its place or as a copy.</summary>
public sealed class ConversionTarget : WriteTarget
{
    internal ConversionTarget(string path, DicomFile file)
        : base(path) => File = file;

    /// <summary>The file as it is.</summary>
    public DicomFile File { get; }
}
