using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Operations.Export;

public class FrameExportOptionsTests
{
    private static readonly string Somewhere = Path.Combine(Path.GetTempPath(), "psdicom-nowhere");

    public static TheoryData<string, FrameExportOptions> Mistakes => new()
    {
        { "destination is empty", new() { Destination = " " } },
        { "has the extension of Png", new() { Destination = Somewhere + ".png", Format = PictureFormat.Jpeg } },
        { ".jp2, which is not a picture format", new() { Destination = Somewhere + ".jp2" } },
        { "add a slash at the end", new() { Destination = Somewhere + ".dcm", Format = PictureFormat.Png } },
        { "the path of a single picture", new() { Destination = Somewhere + ".png", NameTemplate = NameTemplate.Parse("{PatientID}") } },
        { "use only one of force and skip existing", new() { Destination = Somewhere, Force = true, SkipExisting = true } },
        { "start at 1", new() { Destination = Somewhere, Frames = [3, 0] } },
        { "start at 1", new() { Destination = Somewhere, Frames = [] } },
        { "quality must be from 1 to 100", new() { Destination = Somewhere, Format = PictureFormat.Jpeg, Quality = 0 } },
        { "quality must be from 1 to 100", new() { Destination = Somewhere, Format = PictureFormat.Jpeg, Quality = 101 } },
        { "Quality is only for JPEG", new() { Destination = Somewhere, Quality = 90 } },
        { "Full chroma is only for JPEG", new() { Destination = Somewhere, FullChroma = true } },
        { "cannot hold text", new() { Destination = Somewhere, Format = PictureFormat.Gif, Text = TagQuery.Parse(["PatientID"]) } },
        { "Tiff, Npy and Raw can", new() { Destination = Somewhere, Rescaled = true } },
        { "Tiff, Gif, Npy and Raw can hold all", new() { Destination = Somewhere, Combine = true } },
        {
            "remove {Frame}",
            new() { Destination = Somewhere, Format = PictureFormat.Gif, Combine = true, NameTemplate = NameTemplate.Parse("{Frame}") }
        },
        { "8 or 16", Rendered(new() { BitDepth = 12 }) },
        { "have 8 bits", Rendered(new() { BitDepth = 16 }, PictureFormat.Jpeg) },
        { "have 8 bits", Rendered(new() { BitDepth = 16 }, PictureFormat.Gif) },
        { "have 8 bits", Rendered(new() { BitDepth = 16 }, PictureFormat.Bmp) },
        { "width must be from 1", Rendered(new() { Width = 0 }) },
        { "height must be from 1", Rendered(new() { Height = 70_000 }) },
        { "above 0", Rendered(new() { Scale = 0 }) },
        { "above 0", Rendered(new() { Scale = double.NaN }) },
        { "use only one of them", Rendered(new() { Scale = 2, Width = 5 }) },
        { "90, 180 or 270", Rendered(new() { Rotate = 45 }) },
        { "omit the window", Rendered(new() { Windowing = Windowing.MinMax }, PictureFormat.Npy) },
        { "omit the bit depth", Rendered(new() { BitDepth = 16 }, PictureFormat.Raw) },
        { "omit the color map", Rendered(new() { ColorMap = ColorMap.FromName(ColorMap.Names[1]) }, PictureFormat.Npy) },
        { "omit inversion", Rendered(new() { Invert = true }, PictureFormat.Npy) },
        { "omit overlays", Rendered(new() { Overlay = true }, PictureFormat.Npy) },
        { "omit another size", Rendered(new() { Scale = 2 }, PictureFormat.Npy) },
        { "omit rotation and mirroring", Rendered(new() { Flip = PictureFlip.Both }, PictureFormat.Npy) },
        {
            "omit the window",
            new()
            {
                Destination = Somewhere, Format = PictureFormat.Tiff, Rescaled = true, Rendering = new() { Windowing = Windowing.Of(40, 80) },
            }
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_of_the_call_are_told_in_words(string expected, FrameExportOptions options)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(options.Validate);
        Assert.Contains(expected, exception.Message);
        Assert.Null(exception.ParamName);
    }

    [Fact]
    public void What_goes_together_is_right()
    {
        new FrameExportOptions { Destination = Somewhere }.Validate();
        new FrameExportOptions { Destination = Somewhere + ".jpg", Quality = 100, FullChroma = true }.Validate();
        new FrameExportOptions { Destination = Somewhere + ".tiff", Rescaled = true, Combine = true, Text = TagQuery.Parse(["PatientID"]) }.Validate();
        new FrameExportOptions { Destination = Somewhere, Format = PictureFormat.Npy, Rescaled = true, Frames = [5, 1, 1] }.Validate();
        Rendered(new() { BitDepth = 16, Width = 5, Height = 65_535, Rotate = 270, Flip = PictureFlip.Vertical }).Validate();
    }

    [Theory]
    [InlineData("Brain", 40.0, null, null, null, "only one of these")]
    [InlineData(null, 40.0, 80.0, null, 7.0, "only one of these")]
    [InlineData("Brain", null, null, 1.0, null, "only one of these")]
    [InlineData(null, 40.0, null, null, null, "both a center and a width")]
    [InlineData(null, null, 40.0, null, null, "both a center and a width")]
    [InlineData(null, 40.0, 0.0, null, null, "above 0")]
    [InlineData(null, double.NaN, 1.0, null, null, "must be a number")]
    [InlineData(null, null, null, 2.0, 2.0, "above the minimum")]
    [InlineData(null, null, null, double.PositiveInfinity, null, "must be numbers")]
    public void A_window_is_chosen_in_one_way(string? window, double? center, double? width, double? minimum, double? maximum, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => WindowingChoice.Of(window, center, width, minimum, maximum)).Message);

    [Fact]
    public void A_window_may_be_left_out_or_half_a_range()
    {
        Assert.Same(Windowing.Default, WindowingChoice.Of(null, null, null, null, null));
        Assert.Equal(Windowing.Between(5, null).ToString(), WindowingChoice.Of(null, null, null, 5, null).ToString());
        Assert.Equal(Windowing.Of(40, 80).ToString(), WindowingChoice.Of(null, 40, 80, null, null).ToString());
        Assert.Same(Windowing.MinMax, WindowingChoice.Of("minmax", null, null, null, null));
    }

    private static FrameExportOptions Rendered(RenderOptions rendering, PictureFormat format = PictureFormat.Png) =>
        new() { Destination = Somewhere, Format = format, Rendering = rendering };

    [Theory]
    [InlineData("/")]
    [InlineData("-1.2.840.10008")]
    [InlineData("-2024.01.31")]
    [InlineData(".verylongname")]
    [InlineData(".2nd")]
    public void What_is_no_extension_or_ends_in_a_slash_is_a_folder(string end) => new FrameExportOptions
    {
        Destination = Somewhere + (end == "/" ? ".jp2/" : end),
        NameTemplate = NameTemplate.Parse("{PatientID}"),
    }.Validate();
}
