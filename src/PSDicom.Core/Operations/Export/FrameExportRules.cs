using System;
using System.IO;
using System.Linq;
using PSDicom.Operations.Targets;
using PSDicom.Pictures;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Operations.Export;

/// <summary>Finds mistakes in the options of an export.</summary>
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
            $"The destination's extension is that of {ofDestination}, but the format {format.Format}. Leave the format out, or name a folder.");
        Require(
            options.Frames is not { Count: 0 } && options.Frames?.Min() is not < 1, "Frames are counted from 1; leave them out for all.");
        CheckFormat(options, format);
        CheckCombine(options, format);
        CheckRendering(options.Rendering, format);
        if (format.IsData || options.Rescaled) CheckUnrendered(options.Rendering, options.Rescaled ? "Rescaled values" : $"The values in {format.Format} files");
    }

    /// <summary>A folder out.png, or out.jp2, that nobody wants is not made.</summary>
    private static void CheckDestination(FrameExportOptions options)
    {
        Require(!options.Force || !options.SkipExisting, "Pictures that exist are either replaced or passed over: use one of force and skip existing.");
        string destination = options.Destination;
        if (!TargetFolder.HasExtension(destination) || Directory.Exists(destination)) return;
        string extension = Path.GetExtension(destination);
        const string AsFolder = "To mean a folder of this name, put a slash behind it.";
        Require(
            ImageFormats.FindByExtension(extension) is not null,
            $"The destination '{destination}' ends in {extension}, which is the extension of no format: use one of {string.Join(", ", ImageFormats.Extensions)}. {AsFolder}");
        Require(
            options.NameTemplate is null,
            $"The destination '{destination}' is the path of one picture, but a name template makes names below a folder: use one of them. {AsFolder}");
    }

    private static void CheckFormat(FrameExportOptions options, ImageFormat format)
    {
        Require(options.Quality is null or (>= 1 and <= 100), "Quality is from 1 to 100.");
        bool isJpeg = format.Format == PictureFormat.Jpeg;
        Require(options.Quality is null || isJpeg, $"Quality is for JPEG; {format.Format} loses nothing by it.");
        Require(!options.FullChroma || isJpeg, $"Full chroma is for JPEG; {format.Format} always has it.");
        Require(options.Text is null || format.HasText, $"{format.Format} files have no place for text. {FormatsWith(candidate => candidate.HasText)} have.");
        Require(
            !options.Rescaled || format.IsData || format.HasReals,
            $"{format.Format} files cannot hold rescaled values. {FormatsWith(candidate => candidate.IsData || candidate.HasReals)} can.");
    }

    private static void CheckCombine(FrameExportOptions options, ImageFormat format)
    {
        Require(options.NameTemplate is not { HasStack: true }, "{Stack} is for the names of volumes: leave it out of the name template.");
        if (!options.Combine) return;
        Require(format.HasPages, $"{format.Format} files hold one picture. {FormatsWith(candidate => candidate.HasPages)} can hold all frames of a file.");
        Require(options.NameTemplate is not { HasFrame: true }, "A combined picture has no frame number: leave {Frame} out of the name template.");
    }

    private static void CheckRendering(RenderOptions rendering, ImageFormat format)
    {
        Require(rendering.BitDepth is null or 8 or 16, "The bit depth is 8 or 16.");
        Require(
            rendering.BitDepth != 16 || format.HasSixteenBits || format.IsData,
            $"{format.Format} files have 8 bits. {FormatsWith(candidate => candidate.HasSixteenBits)} can have 16.");
        Require(rendering.Width is null or (>= 1 and <= MaxSide), $"The width is from 1 to {MaxSide} pixels.");
        Require(rendering.Height is null or (>= 1 and <= MaxSide), $"The height is from 1 to {MaxSide} pixels.");
        Require(rendering.Scale is not { } scale || scale is > 0 and <= MaxSide, "The scale is a number above 0.");
        Require(
            rendering.Scale is null || (rendering.Width is null && rendering.Height is null),
            "The scale says how large the picture is, and so do width and height: give one or the other.");
        Require(rendering.Rotate is 0 or 90 or 180 or 270, "Pictures are turned by 90, 180 or 270 degrees.");
    }

    /// <summary>What goes into the file as it is has no look.</summary>
    private static void CheckUnrendered(RenderOptions rendering, string what)
    {
        string? option = rendering switch
        {
            _ when rendering.Windowing != Windowing.Default => "the window",
            { BitDepth: not null } => "the bit depth",
            { ColorMap: not null } => "the colour map",
            { Invert: true } => "inversion",
            { Overlay: true } => "overlays",
            _ when (rendering.Width ?? rendering.Height ?? rendering.Scale) is not null => "another size",
            _ when rendering.Rotate != 0 || rendering.Flip != PictureFlip.None => "turning and mirroring",
            _ => null,
        };
        Require(option is null, $"{what} are not rendered: leave out {option}.");
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
