using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using PSDicom.Operations.Export;
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
            + "Default: Values, or Display if the decoded frames exceed 64 MB.");

    private readonly Option<IReadOnlyList<int>?> _frames = Numbers.Frames("The frames of each file");

    private readonly Option<string?> _window = new("--window")
    {
        Description = "The initial window, as for export: a preset such as Brain, a center and a width such as 40/400, a number, MinMax, Percentile or Default.",
        HelpName = "WINDOW",
    };

    private readonly Option<double?> _windowCenter = Numbers.Real("--window-center", "The center of the window, such as 40.");
    private readonly Option<double?> _windowWidth = Numbers.Real("--window-width", "The width of the window, such as 80.");
    private readonly Option<int?> _quality = Numbers.Whole("--quality", "JPEG quality of pictures, 1 to 100. Default: lossless PNG.");

    private readonly Option<string[]> _text = new("--text-tag", "--text")
    {
        Description = "An element, such as SeriesDescription, that the page shows. Can be repeated.",
        HelpName = "TAG",
    };

    private readonly Option<bool> _allowLarge = new("--allow-large") { Description = "Allow a page of more than 256 MB." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace an existing page, but never a DICOM file or a file named as input." };

    public PageArguments(Command command)
    {
        Option[] options = [_destination, _content, _frames, _window, _windowCenter, _windowWidth, _quality, _text, _allowLarge, _force];
        foreach (Option option in options) command.Options.Add(option);
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
            Windowing = WindowingChoice.Of(call.GetValue(_window), call.GetValue(_windowCenter), call.GetValue(_windowWidth), null, null),
            Quality = call.GetValue(_quality),
            Text = call.GetValue(_text) is { Length: > 0 } text ? TagQuery.Parse(text) : null,
            CharacterSet = characterSet,
            AllowLarge = call.GetValue(_allowLarge),
            Force = call.GetValue(_force),
        };
    }
}
