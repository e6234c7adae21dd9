using System.IO;
using PSDicom.Operations.Targets;
using PSDicom.Pictures;

namespace PSDicom.Operations.Export;

/// <summary>The place and the format of the pictures of a call.</summary>
internal sealed class ExportDestination : TargetFolder
{
    public ExportDestination(FrameExportOptions options)
        : base(Valid(options).Destination, FormatOf(options) is not null, options.Force) =>
        Format = ImageFormats.Find(options.Format ?? FormatOf(options) ?? PictureFormat.Png);

    /// <summary>The format of the pictures.</summary>
    public ImageFormat Format { get; }

    /// <summary>The format of a single picture, by the extension of the destination; null if that is a folder.</summary>
    public static PictureFormat? FormatOf(FrameExportOptions options) =>
        options.NameTemplate is null && ImageFormats.FindByExtension(Path.GetExtension(options.Destination)) is { } format
            && !Directory.Exists(options.Destination)
            ? format.Format
            : null;

    private static FrameExportOptions Valid(FrameExportOptions options)
    {
        options.Validate();
        return options;
    }
}
