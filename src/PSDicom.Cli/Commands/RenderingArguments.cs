using System.CommandLine;
using PSDicom.Operations.Export;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;

namespace PSDicom.Cli.Commands;

/// <summary>The options for the rendering of pictures, shared by all commands that make pictures.</summary>
internal sealed class RenderingArguments
{
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

    private readonly Option<string?> _colorMap = new("--color-map")
    {
        Description = "The color map for grey images: " + string.Join(", ", ColorMap.Names) + ".",
        HelpName = "NAME",
    };

    private readonly Option<bool> _invert = new("--invert") { Description = "Invert the pictures: black becomes white." };
    private readonly Option<bool> _overlay = new("--overlay") { Description = "Draw the overlays of the file." };
    private readonly Option<int?> _rotate = Numbers.Whole("--rotate", "Rotate clockwise by 90, 180 or 270.", "DEGREES");
    private readonly Option<PictureFlip?> _flip = Choices.Of<PictureFlip>("--flip", "Mirror, after rotation.");

    public RenderingArguments(Command command)
    {
        Option[] options =
            [_window, _windowCenter, _windowWidth, _minimum, _maximum, _colorMap, _invert, _overlay, _rotate, _flip];
        foreach (Option option in options) command.Options.Add(option);
    }

    /// <summary>The rendering of a call.</summary>
    /// <exception cref="System.ArgumentException">The options contradict each other.</exception>
    /// <exception cref="DicomException">A name is invalid.</exception>
    public RenderOptions Read(ParseResult call, int? bitDepth = null, int? width = null, int? height = null, double? scale = null) => new()
    {
        Windowing = WindowingChoice.Of(
            call.GetValue(_window),
            call.GetValue(_windowCenter),
            call.GetValue(_windowWidth),
            call.GetValue(_minimum),
            call.GetValue(_maximum)),
        BitDepth = bitDepth,
        ColorMap = call.GetValue(_colorMap) is { } map ? ColorMap.FromName(map) : null,
        Invert = call.GetValue(_invert),
        Overlay = call.GetValue(_overlay),
        Width = width,
        Height = height,
        Scale = scale,
        Rotate = call.GetValue(_rotate) ?? 0,
        Flip = call.GetValue(_flip) ?? PictureFlip.None,
    };
}
