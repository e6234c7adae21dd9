using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using PSDicom.Operations.Pages;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary>The options of <c>psdicom page</c> that define the page.</summary>
internal sealed class PageArguments
{
    private readonly Option<string> _destination = new("--destination", "-o")
    {
        Description = "The path of the page, such as study.html.",
        HelpName = "PATH",
        Required = true,
    };

    private readonly Option<PageContent?> _content = Choices.Of<PageContent>(
        "--content",
        "The content of grey frames: values, with a window that can be changed, or 8-bit pictures. "
            + "Default: Values; Display if the decoded frames exceed 64 MB, or with a color map, overlays, inversion, rotation or mirroring.");

    private readonly Option<IReadOnlyList<int>?> _frames = Numbers.Frames("The frames of each file");

    private readonly Option<int?> _quality = Numbers.Whole("--quality", "JPEG quality of pictures, 1 to 100. Default: lossless PNG.");

    private readonly Option<string[]> _text = new("--text-tag", "--text")
    {
        Description = "An element, such as SeriesDescription, that the page shows. Can be repeated.",
        HelpName = "TAG",
    };

    private readonly Option<bool> _allowLarge = new("--allow-large") { Description = "Allow a page of more than 256 MB." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace an existing page, but never a DICOM file or a file named as input." };

    private readonly RenderingArguments _rendering;

    public PageArguments(Command command)
    {
        Option[] options = [_destination, _content, _frames, _quality, _text, _allowLarge, _force];
        foreach (Option option in options) command.Options.Add(option);
        _rendering = new RenderingArguments(command);
    }

    /// <summary>The destination as given.</summary>
    public string Destination(ParseResult call) => call.GetRequiredValue(_destination);

    /// <summary>The options of a call.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    /// <exception cref="DicomException">A name is invalid.</exception>
    public PageExportOptions Read(ParseResult call, CharacterSet? characterSet)
    {
        string destination = Destination(call);
        return new PageExportOptions
        {
            Destination = destination.Length == 0 ? destination : Path.GetFullPath(destination),
            Content = call.GetValue(_content),
            Frames = call.GetValue(_frames),
            Rendering = _rendering.Read(call),
            Quality = call.GetValue(_quality),
            Text = call.GetValue(_text) is { Length: > 0 } text ? TagQuery.Parse(text) : null,
            CharacterSet = characterSet,
            AllowLarge = call.GetValue(_allowLarge),
            Force = call.GetValue(_force),
        };
    }
}
