using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Query;
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

    private readonly RenderingArguments _rendering;

    private readonly Option<int?> _bitDepth = Numbers.Whole(
        "--bit-depth", "Bits per sample: 8, or 16, which keeps every stored value unless a window is given.", "BITS");

    private readonly Option<int?> _width = Numbers.Whole("--width", "Width of the pictures.", "PIXELS");
    private readonly Option<int?> _height = Numbers.Whole("--height", "Height of the pictures.", "PIXELS");
    private readonly Option<double?> _scale = Numbers.Real("--scale", "Scale factor, such as 2 or 0.5. Pixels become square.");
    private readonly Option<int?> _quality = Numbers.Whole("--quality", "JPEG or WebP quality, 1 to 100. Default: 90 for JPEG, lossless for WebP.");
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
            _destination, _frames, _format, _nameTemplate, _bitDepth, _width, _height, _scale, _quality, _fullChroma, _rescaled, _combine, _text,
            _force, _skipExisting,
        ];
        foreach (Option option in options) command.Options.Add(option);
        _rendering = new RenderingArguments(command);
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
            Rendering = _rendering.Read(
                call, call.GetValue(_bitDepth), call.GetValue(_width), call.GetValue(_height), call.GetValue(_scale)),
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
