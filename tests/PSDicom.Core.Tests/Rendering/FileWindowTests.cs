using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>The choice among the windows of a file.</summary>
public class FileWindowTests
{
    [Fact]
    public void The_first_window_is_the_default() => Assert.Equal(new VoiWindow { Center = 40, Width = 80 }, Windows().Render().AppliedWindow());

    [Theory]
    [InlineData("1", 40)]
    [InlineData("2", 300)]
    [InlineData("brain", 40)]
    [InlineData("my bone", 300)]
    [InlineData("Lung", -600)]
    public void A_window_goes_by_number_explanation_or_preset(string name, double center) =>
        Assert.Equal(center, Windows().Render(Windowing.Parse(name)).AppliedWindow()?.Center);

    [Fact]
    public void The_files_own_explanation_comes_before_a_preset() => Assert.Equal(
        new VoiWindow { Center = 41, Width = 81 },
        GreyImage.Words(1).WithWindow("41", "81", "BRAIN").WithWords(1).Render(Windowing.Parse("Brain")).AppliedWindow());

    [Theory]
    [InlineData("3")]
    [InlineData("Toe")]
    public void A_window_that_is_not_there_is_an_error_that_tells_what_is(string name)
    {
        var error = Assert.Throws<DicomException>(() => Windows().Render(Windowing.Parse(name)));
        Assert.Equal(DicomErrorReason.WindowNotFound, error.Reason);
        Assert.Contains("2 windows and 0 VOI LUTs (BRAIN, MY_BONE)", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CT", 0)]
    [InlineData("MR", 1)]
    public void Presets_are_for_CT(string modality, int warnings)
    {
        DatasetBuilder image = new DatasetBuilder().With(0x0008_0060, "CS", modality).WithBytes(GreyImage.Words(1).WithWords(1).ToBytes());
        Picture picture = image.Render(Windowing.Parse("Liver"));
        Assert.Equal(30, picture.AppliedWindow()?.Center);
        Assert.Equal(warnings, picture.Warnings.Count);
    }

    [Fact]
    public void A_window_that_cannot_be_is_left_out_with_a_warning()
    {
        DatasetBuilder Image() => GreyImage.Words(1).WithWindow("40\\50", "0\\100").WithWords(1);
        Picture picture = Image().Render();
        Assert.Equal(50, picture.AppliedWindow()?.Center);
        Assert.Single(picture.Warnings);
        Assert.Equal(50, Image().Render(Windowing.Parse("2")).AppliedWindow()?.Center);
        Assert.Throws<DicomException>(() => Image().Render(Windowing.Parse("1")));
    }

    [Theory]
    [InlineData("0.5", "LinearExact", 1)]
    [InlineData("0.999", "LinearExact", 1)]
    [InlineData("1", "Linear", 0)]
    public void A_window_narrower_than_LINEAR_can_be_is_LINEAR_EXACT(string width, string function, int warnings)
    {
        foreach (string? name in (string?[])[null, "1", "thin"])
        {
            Picture picture = GreyImage.Words(1).WithWindow("40", width, "THIN").WithWords(1).Render(name is null ? null : Windowing.Parse(name));
            Assert.Equal(function, picture.AppliedWindow()?.Function.ToString());
            Assert.Equal(warnings, picture.Warnings.Count);
        }
    }

    [Theory]
    [InlineData(null, VoiFunction.Linear)]
    [InlineData("LINEAR", VoiFunction.Linear)]
    [InlineData("LINEAR_EXACT", VoiFunction.LinearExact)]
    [InlineData("SIGMOID", VoiFunction.Sigmoid)]
    internal void The_function_is_that_of_the_file(string? function, VoiFunction expected) => Assert.Equal(
        expected, GreyImage.Words(1).WithWindow("40", "80", function: function).WithWords(1).Render().AppliedWindow()?.Function);

    [Theory]
    [InlineData(null, 20, VoiFunction.Linear)]
    [InlineData(null, 0.5, VoiFunction.LinearExact)]
    [InlineData("LINEAR_EXACT", 20, VoiFunction.LinearExact)]
    [InlineData("SIGMOID", 0.5, VoiFunction.Sigmoid)]
    internal void So_is_that_of_a_window_of_the_user(string? function, double width, VoiFunction expected) => Assert.Equal(
        new VoiWindow { Center = 10, Width = width, Function = expected },
        GreyImage.Words(1).WithWindow("40", "80", function: function).WithWords(1).Render(Windowing.Of(10, width)).AppliedWindow());

    [Fact]
    public void A_frames_own_window_comes_first_then_that_of_all_frames_then_that_of_the_image()
    {
        DatasetBuilder Image(params DatasetBuilder[] groups) =>
            GreyImage.Words(1, frames: 2).WithWindow("1", "10").WithGroups(groups[0], groups[1..]).WithWords(5, 6);
        DatasetBuilder none = new DatasetBuilder().With(0x0008_0060, "CS", "CT");
        Assert.Equal(1, Image(none).Render().AppliedWindow()?.Center);
        Assert.Equal(2, Image(GreyImage.WindowGroup("2", "10")).Render(frame: 2).AppliedWindow()?.Center);
        Assert.Equal(4, Image(GreyImage.WindowGroup("2", "10"), GreyImage.WindowGroup("3", "10"), GreyImage.WindowGroup("4", "10")).Render(frame: 2).AppliedWindow()?.Center);
        Assert.Equal(2, Image(GreyImage.WindowGroup("2", "10"), GreyImage.WindowGroup("3", "10"), none).Render(frame: 2).AppliedWindow()?.Center);
    }

    private static DatasetBuilder Windows() =>
        GreyImage.Words(1).WithWindow("40\\300", "80\\2000", "BRAIN\\MY_BONE").WithWords(1);
}
