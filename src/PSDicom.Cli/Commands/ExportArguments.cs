using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options of <c>psdicom export</c> that define the pictures.</summary>
internal sealed class ExportArguments
{
    private readonly Option<string> _destination = new("--destination", "-o")
    {
        Description = "The folder to write to, created if missing; or the path of a single picture, such as head.png.",
        HelpName = "PATH",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<IReadOnlyList<int>?> _frames = Numbers.Frames("The frames to export");

    private readonly Option<PictureFormat?> _format = Choices.Of(
        "--format", "The format of the pictures. Default: that of the destination's extension, or PNG.", ("jpg", PictureFormat.Jpeg));

    private readonly Option<string?> _nameTemplate = new("--name-template")
    {
        Description = "Names of the pictures, such as {PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}_{Frame:000}: any keyword or tag, "
            + "BaseName, Folder and Frame, with .NET formats. Default: {BaseName} or {BaseName}_{Frame}.",
        HelpName = "TEMPLATE",
    };

    private readonly Option<string?> _window = new("--window")
    {
        Description = "The values shown from black to white: a preset (" + string.Join(", ", Windowing.PresetNames)
            + "), the explanation or the number of a window in the file, a center and a width such as 40/400, "
            + "MinMax, Percentile, None or Default.",
        HelpName = "WINDOW",
    };

    private readonly Option<double?> _windowCenter = Numbers.Real("--window-center", "The center of the window, such as 40.");
    private readonly Option<double?> _windowWidth = Numbers.Real("--window-width", "The width of the window, such as 80.");
    private readonly Option<double?> _minimum = Numbers.Real("--minimum", "The value shown as black, such as -160.");
    private readonly Option<double?> _maximum = Numbers.Real("--maximum", "The value shown as white, such as 240.");

    private readonly Option<int?> _bitDepth = Numbers.Whole(
        "--bit-depth", "Bits per sample: 8, or 16, which keeps every stored value unless a window is given.", "BITS");

    private readonly Option<string?> _colorMap = new("--color-map")
    {
        Description = "The color map for grey images: " + string.Join(", ", ColorMap.Names) + ".",
        HelpName = "NAME",
    };

    private readonly Option<bool> _invert = new("--invert") { Description = "Invert the pictures: black becomes white." };
    private readonly Option<bool> _overlay = new("--overlay") { Description = "Draw the overlays of the file." };
    private readonly Option<int?> _width = Numbers.Whole("--width", "Width of the pictures.", "PIXELS");
    private readonly Option<int?> _height = Numbers.Whole("--height", "Height of the pictures.", "PIXELS");
    private readonly Option<double?> _scale = Numbers.Real("--scale", "Scale factor, such as 2 or 0.5. Pixels become square.");
    private readonly Option<int?> _rotate = Numbers.Whole("--rotate", "Rotate clockwise by 90, 180 or 270.", "DEGREES");
    private readonly Option<PictureFlip?> _flip = Choices.Of<PictureFlip>("--flip", "Mirror, after rotation.");
    private readonly Option<int?> _quality = Numbers.Whole("--quality", "JPEG quality, 1 to 100. Default: 90.");
    private readonly Option<bool> _fullChroma = new("--full-chroma") { Description = "Keep full colour resolution in JPEG." };

    private readonly Option<bool> _rescaled = new("--rescaled")
    {
        Description = "Write real values, such as Hounsfield units, to NPY, raw files or TIFF.",
    };

    private readonly Option<bool> _combine = new("--combine")
    {
        Description = "Write all frames of a file into one picture: TIFF with pages, an animated GIF, NPY or raw values.",
    };

    private readonly Option<string[]> _text = new("--text-tag", "--text")
    {
        Description = "An element, such as PatientName, to write into the pictures as text. Can be repeated.",
        HelpName = "TAG",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace existing files, but never a DICOM file or a file named as input.",
    };

    private readonly Option<bool> _skipExisting = new("--skip-existing")
    {
        Description = "Skip pictures that already exist, to resume an interrupted export.",
    };

    public ExportArguments(Command command)
    {
        Option[] options =
        [
            _destination, _frames, _format, _nameTemplate, _window, _windowCenter, _windowWidth, _minimum, _maximum, _bitDepth, _colorMap,
            _invert, _overlay, _width, _height, _scale, _rotate, _flip, _quality, _fullChroma, _rescaled, _combine, _text, _force,
            _skipExisting,
        ];
        foreach (Option option in options) command.Options.Add(option);
    }

    /// <summary>The destination as given.</summary>
    public string Destination(ParseResult call) => call.GetRequiredValue(_destination);

    /// <summary>The options of a call.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    /// <exception cref="DicomException">A name is invalid.</exception>
    public FrameExportOptions Read(ParseResult call, CharacterSet? characterSet)
    {
        string destination = Destination(call);
        var options = new FrameExportOptions
        {
            Destination = destination.Length == 0 ? destination : Path.GetFullPath(destination),
            Format = call.GetValue(_format),
            NameTemplate = call.GetValue(_nameTemplate) is { } template ? NameTemplate.Parse(template) : null,
            Rendering = new RenderOptions
            {
                Windowing = WindowingChoice.Of(
                    call.GetValue(_window),
                    call.GetValue(_windowCenter),
                    call.GetValue(_windowWidth),
                    call.GetValue(_minimum),
                    call.GetValue(_maximum)),
                BitDepth = call.GetValue(_bitDepth),
                ColorMap = call.GetValue(_colorMap) is { } map ? ColorMap.FromName(map) : null,
                Invert = call.GetValue(_invert),
                Overlay = call.GetValue(_overlay),
                Width = call.GetValue(_width),
                Height = call.GetValue(_height),
                Scale = call.GetValue(_scale),
                Rotate = call.GetValue(_rotate) ?? 0,
                Flip = call.GetValue(_flip) ?? PictureFlip.None,
            },
            Rescaled = call.GetValue(_rescaled),
            Frames = call.GetValue(_frames),
            Quality = call.GetValue(_quality),
            FullChroma = call.GetValue(_fullChroma),
            Combine = call.GetValue(_combine),
            Force = call.GetValue(_force),
            SkipExisting = call.GetValue(_skipExisting),
            Text = call.GetValue(_text) is { Length: > 0 } text ? TagQuery.Parse(text) : null,
            CharacterSet = characterSet,
        };
        options.Validate();
        return options;
    }
}
