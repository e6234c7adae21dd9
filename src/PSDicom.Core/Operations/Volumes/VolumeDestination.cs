using System.IO;
using PSDicom.Operations.Targets;
using PSDicom.Volumes.Formats;

namespace PSDicom.Operations.Volumes;

/// <summary>The place and the format of the files of a call.</summary>
internal sealed class VolumeDestination : TargetFolder
{
    public const VolumeFormat DefaultFormat = VolumeFormat.Nifti;

    public VolumeDestination(VolumeExportOptions options)
        : base(Valid(options).Destination, FormatOf(options) is not null, options.Force) =>
        Format = options.Format is { } format ? VolumeFormats.Find(format) : FormatOf(options) ?? VolumeFormats.Find(DefaultFormat);

    /// <summary>The format of the files.</summary>
    public VolumeFileFormat Format { get; }

    /// <summary>The format of the only file, by the extension of its path; null if the destination is a folder.</summary>
    public static VolumeFileFormat? FormatOf(VolumeExportOptions options) =>
        options.NameTemplate is null && !Directory.Exists(options.Destination) ? VolumeFormats.FindByName(options.Destination) : null;

    private static VolumeExportOptions Valid(VolumeExportOptions options)
    {
        options.Validate();
        return options;
    }
}
