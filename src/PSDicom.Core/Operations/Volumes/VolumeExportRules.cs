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
        Require(!options.Force || !options.SkipExisting, "Files that exist are either replaced or skipped: use one of force and skip existing.");
        Require(options.NameTemplate is not { HasFrame: true }, "A volume has no frame number: leave {Frame} out of the name template.");
        CheckExtension(options);
        VolumeFormat? ofDestination = VolumeDestination.FormatOf(options)?.Format;
        VolumeFileFormat format = VolumeFormats.Find(options.Format ?? ofDestination ?? VolumeDestination.DefaultFormat);
        Require(
            ofDestination is null || ofDestination == format.Format,
            $"The destination's extension is that of {ofDestination}, but the format {format.Format}. Leave the format out, or name a folder.");
        Require(!options.Compress || format.CanCompress, $"Compression can be chosen for {VolumeFormat.Nrrd}, not for {format.Format}.");
    }

    /// <summary>Prevents an unwanted folder named brain.nii or brain.png.</summary>
    private static void CheckExtension(VolumeExportOptions options)
    {
        string destination = options.Destination;
        if (!TargetFolder.HasExtension(destination) || Directory.Exists(destination)) return;
        const string AsFolder = "To mean a folder of this name, put a slash behind it.";
        Require(
            VolumeFormats.FindByName(destination) is not null,
            $"The extension of the destination '{destination}' is that of no format: use one of {string.Join(", ", VolumeFormats.Extensions)}. {AsFolder}");
        Require(
            options.NameTemplate is null,
            $"The destination '{destination}' is the path of one file, but a name template makes names below a folder: use one of them. {AsFolder}");
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
