using System;
using System.IO;
using PSDicom.Operations.Targets;
using PSDicom.Volumes.Formats;

namespace PSDicom.Operations.Volumes;

/// <summary>Checks the options of a volume export.</summary>
internal static class VolumeExportRules
{
    public static void Check(VolumeExportOptions options)
    {
        Require(!string.IsNullOrWhiteSpace(options.Destination), "The destination is empty.");
        Require(!options.Force || !options.SkipExisting, "Existing files can be replaced or skipped, not both: use only one of force and skip existing.");
        Require(options.NameTemplate is not { HasCount: true }, "{Count} is for the names of copied files: leave it out of the name template.");
        Require(options.NameTemplate is not { HasFrame: true }, "A volume has no frame number: remove {Frame} from the name template.");
        CheckExtension(options);
        VolumeFormat? ofDestination = VolumeDestination.FormatOf(options)?.Format;
        VolumeFileFormat format = VolumeFormats.Find(options.Format ?? ofDestination ?? VolumeDestination.DefaultFormat);
        Require(
            ofDestination is null || ofDestination == format.Format,
            $"The destination has the extension of {ofDestination}, but the format is {format.Format}. Omit the format, or name a folder.");
        Require(!options.Compress || format.CanCompress, $"Compression is an option of {VolumeFormat.Nrrd}, not of {format.Format}.");
    }

    /// <summary>Prevents an unwanted folder named brain.nii or brain.png.</summary>
    private static void CheckExtension(VolumeExportOptions options)
    {
        string destination = options.Destination;
        if (!TargetFolder.HasExtension(destination) || Directory.Exists(destination)) return;
        const string AsFolder = "For a folder of this name, add a slash at the end.";
        Require(
            VolumeFormats.FindByName(destination) is not null,
            $"The extension of the destination '{destination}' is not that of a volume format: use one of {string.Join(", ", VolumeFormats.Extensions)}. {AsFolder}");
        Require(
            options.NameTemplate is null,
            $"The destination '{destination}' is the path of a single file, but a name template needs a folder: use only one of them. {AsFolder}");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
