using PSDicom.Core.Tests.Frames;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>Padding is black and not counted where there is no window, and a value like any other where there is one.</summary>
public class PixelPaddingTests
{
    // Without padding the values go from 100 to 300: 200 is 127.5, rounded up.
    [Theory]
    [InlineData("MONOCHROME2", new byte[] { 0, 0, 128, 255 })]
    [InlineData("MONOCHROME1", new byte[] { 0, 255, 128, 0 })]
    public void Without_a_window_padding_is_black(string photometric, byte[] expected) => Assert.Equal(
        expected, GreyImage.Words(4, isSigned: true, photometric: photometric).With(0x0028_0120, "SS", -2000).WithWords(-2000, 100, 200, 300).Render().Pixels);

    [Theory]
    [InlineData("MinMax")]
    [InlineData("Percentile")]
    public void Rules_leave_padding_out(string windowing) => Assert.Equal(
        new VoiWindow { Center = 200, Width = 200, Function = VoiFunction.LinearExact },
        GreyImage.Words(4).With(0x0028_0120, "US", 9).WithWindow("0", "5").WithWords(9, 100, 200, 300).Render(Windowing.Parse(windowing)).AppliedWindow());

    [Fact]
    public void A_window_takes_padding_as_a_value() => Assert.Equal(
        new byte[] { 255, 128, 0 },
        GreyImage.Words(3).With(0x0028_0120, "US", 200).WithWindow("100.5", "201").WithWords(200, 100, 0).Render().Pixels);

    [Theory]
    [InlineData("SS", -5)]
    [InlineData("US", 65531)]
    public void A_range_is_in_stored_values_of_the_samples_sign(string vr, double value) => Assert.Equal(
        new byte[] { 0, 0, 0, 0, 255 },
        GreyImage.Words(5, isSigned: true).With(0x0028_0120, vr, value).With(0x0028_0121, "SS", -3).WithRescale("1000", "2")
            .WithWords(-5, -4, -3, -2, 10).Render().Pixels);

    [Fact]
    public void A_frame_of_padding_is_black() => Assert.Equal(
        new byte[] { 0, 0 }, GreyImage.Words(2, photometric: "MONOCHROME1").With(0x0028_0120, "US", 7).WithWords(7, 7).Render().Pixels);

    [Fact]
    public void Real_numbers_have_their_own_padding() => Assert.Equal(
        new byte[] { 0, 0, 255 },
        new DatasetBuilder().Describe(1, 3, 32).With(0x0028_0122, "FL", -1).With(0x7FE0_0008, "OF", -1, 1, 2).Render().Pixels);
}
