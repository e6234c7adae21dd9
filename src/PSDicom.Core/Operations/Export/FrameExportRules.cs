using System;
using System.IO;
using System.Linq;
using PSDicom.Operations.Targets;
using PSDicom.Pictures;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Operations.Export;

/// <summary>Checks the options of an export.</summary>
internal static class FrameExportRules
{
    private const int MaxSide = 65_535;

    public static void Check(FrameExportOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Destination)) throw new ArgumentException("The destination is empty.");
        CheckDestination(options);
        PictureFormat? ofDestination = ExportDestination.FormatOf(options);
        ImageFormat format = ImageFormats.Find(options.Format ?? ofDestination ?? PictureFormat.Png);
        Require(
            ofDestination is null || ofDestination == format.Format,
            $"The destination has the extension of {ofDestination}, but the format is {format.Format}. Omit the format, or name a folder.");
        Require(
            options.Frames is not { Count: 0 } && options.Frames?.Min() is not < 1, "Frame numbers start at 1; omit them for all frames.");
        CheckFormat(options, format);
        CheckCombine(options, format);
        CheckRendering(options.Rendering, format);
        if (format.IsData || options.Rescaled) CheckUnrendered(options.Rendering, options.Rescaled ? "Rescaled values" : $"The values in {format.Format} files");
    }

    /// <summary>Prevents an unwanted folder named out.png or out.jp2.</summary>
    private static void CheckDestination(FrameExportOptions options)
    {
        Require(
            !options.Force || !options.SkipExisting,
            "Existing pictures can be replaced or skipped, not both: use only one of force and skip existing.");
        string destination = options.Destination;
        if (!TargetFolder.HasExtension(destination) || Directory.Exists(destination)) return;
        string extension = Path.GetExtension(destination);
        const string AsFolder = "For a folder of this name, add a slash at the end.";
        Require(
            ImageFormats.FindByExtension(extension) is not null,
            $"The destination '{destination}' ends with {extension}, which is not a picture format: use one of {string.Join(", ", ImageFormats.Extensions)}."
                + $" {AsFolder}");
        Require(
            options.NameTemplate is null,
            $"The destination '{destination}' is the path of a single picture, but a name template needs a folder: use only one of them."
                + $" {AsFolder}");
    }

    private static void CheckFormat(FrameExportOptions options, ImageFormat format)
    {
        Require(options.Quality is null or (>= 1 and <= 100), "The quality must be from 1 to 100.");
        bool isJpeg = format.Format == PictureFormat.Jpeg;
        Require(options.Quality is null || isJpeg || format.Format == PictureFormat.WebP, $"Quality is only for JPEG and WebP; {format.Format} is lossless.");
        Require(!options.FullChroma || isJpeg, $"Full chroma is only for JPEG; {format.Format} always has it.");
        Require(
            options.Text is null || format.HasText,
            $"{format.Format} files cannot hold text. {FormatsWith(candidate => candidate.HasText)} can.");
        Require(
            !options.Rescaled || format.IsData || format.HasReals,
            $"{format.Format} files cannot hold rescaled values. {FormatsWith(candidate => candidate.IsData || candidate.HasReals)} can.");
    }

    private static void CheckCombine(FrameExportOptions options, ImageFormat format)
    {
        Require(options.NameTemplate is not { HasCount: true }, "{Count} is for the names of copied files: leave it out of the name template.");
        Require(options.NameTemplate is not { HasStack: true }, "{Stack} is for the names of volumes: leave it out of the name template.");
        if (!options.Combine) return;
        Require(
            format.HasPages,
            $"{format.Format} files hold only one frame. {FormatsWith(candidate => candidate.HasPages)} can hold all frames of a file.");
        Require(
            options.NameTemplate is not { HasFrame: true },
            "A combined picture has no frame number: remove {Frame} from the name template.");
    }

    private static void CheckRendering(RenderOptions rendering, ImageFormat format)
    {
        Require(rendering.BitDepth is null or 8 or 16, "The bit depth must be 8 or 16.");
        Require(
            rendering.BitDepth != 16 || format.HasSixteenBits || format.IsData,
            $"{format.Format} files have 8 bits. {FormatsWith(candidate => candidate.HasSixteenBits)} can have 16.");
        Require(rendering.Width is null or (>= 1 and <= MaxSide), $"The width must be from 1 to {MaxSide} pixels.");
        Require(rendering.Height is null or (>= 1 and <= MaxSide), $"The height must be from 1 to {MaxSide} pixels.");
        Require(rendering.Scale is not { } scale || scale is > 0 and <= MaxSide, "The scale must be a number above 0.");
        Require(
            rendering.Scale is null || (rendering.Width is null && rendering.Height is null),
            "The scale and the width or height both set the size: use only one of them.");
        Require(rendering.Rotate is 0 or 90 or 180 or 270, "The rotation must be 90, 180 or 270 degrees.");
    }

    /// <summary>Rejects rendering options for values that are written unchanged.</summary>
    private static void CheckUnrendered(RenderOptions rendering, string what)
    {
        string? option = rendering switch
        {
            _ when rendering.Windowing != Windowing.Default => "the window",
            { BitDepth: not null } => "the bit depth",
            { ColorMap: not null } => "the color map",
            { Invert: true } => "inversion",
            { Overlay: true } => "overlays",
            _ when (rendering.Width ?? rendering.Height ?? rendering.Scale) is not null => "another size",
            _ when rendering.Rotate != 0 || rendering.Flip != PictureFlip.None => "rotation and mirroring",
            _ => null,
        };
        Require(option is null, $"{what} are not rendered: omit {option}.");
    }

    private static string FormatsWith(Func<ImageFormat, bool> has)
    {
        string[] names = ImageFormats.Extensions.Select(extension => ImageFormats.FindByExtension(extension)!).Where(has)
            .Select(format => format.Format.ToString()).Distinct().ToArray();
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
    }

    private static void Require(bool isRight, string message)
    {
        if (!isRight) throw new ArgumentException(message);
    }
}
