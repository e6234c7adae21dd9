using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>VOI LUTs (PS3.3 section C.11.2.1.1): entries go from 0 to 2 to the power of their bits, less 1.</summary>
public class VoiLutTests
{
    private const uint VoiLutSequence = 0x0028_3010;

    // 1023 of 10 bits is white: 100 * 255 / 1023 = 24.9, 512 * 255 / 1023 = 127.6.
    [Fact]
    public void Values_outside_have_the_first_or_last_entry()
    {
        Picture picture = GreyImage.Words(5, 12).WithSequence(VoiLutSequence, GreyImage.Lut(10, 10, null, "US", 100, 512, 1023))
            .WithWords(0, 10, 11, 12, 4000).Render();
        Assert.Equal(new byte[] { 25, 25, 128, 255, 255 }, picture.Pixels);
        Assert.Null(picture.AppliedWindow());
    }

    [Theory]
    [InlineData("SS")]
    [InlineData("US")]
    public void The_first_value_is_in_units_of_the_modality_transform(string vr)
    {
        // Stored 1022, 1023 and 1024 are -2, -1 and 0 HU; the table begins at -2.
        Picture picture = GreyImage.Words(3, 12).WithRescale("-1024", "1")
            .WithSequence(VoiLutSequence, GreyImage.Lut(vr == "SS" ? -2 : 0xFFFE, 8, null, vr, 10, 20, 30))
            .WithWords(1022, 1023, 1024).Render();
        Assert.Equal(new byte[] { 10, 20, 30 }, picture.Pixels);
    }

    [Fact]
    public void An_unsigned_first_value_stays_so() => Assert.Equal(
        new byte[] { 10, 10, 20 },
        GreyImage.Words(3).WithSequence(VoiLutSequence, GreyImage.Lut(0xFFFE, 8, null, "US", 10, 20)).WithWords(5, 0xFFFE, 0xFFFF).Render().Pixels);

    [Fact]
    public void Entries_larger_than_their_bits_tell_what_white_is() => Assert.Equal(
        new byte[] { 0, 128, 255 },
        GreyImage.Words(3).WithSequence(VoiLutSequence, GreyImage.Lut(0, 8, null, "US", 0, 257, 512)).WithWords(0, 1, 2).Render().Pixels);

    [Fact]
    public void A_first_value_above_all_inputs_is_negative()
    {
        // 16 bits from -1024 on: 64512 is more than the largest.
        Picture picture = GreyImage.Words(3).WithRescale("-1024", "1")
            .WithSequence(VoiLutSequence, GreyImage.Lut(64512, 8, null, "US", 10, 20, 30)).WithWords(0, 1, 2).Render();
        Assert.Equal(new byte[] { 10, 20, 30 }, picture.Pixels);
        Assert.Empty(picture.Warnings);
    }

    [Fact]
    public void A_table_comes_before_a_window_unless_the_window_is_named()
    {
        DatasetBuilder Image() => GreyImage.Words(2, 12).WithWindow("2048", "4096", "WIDE")
            .WithSequence(VoiLutSequence, GreyImage.Lut(0, 8, "ONE", "US", 7), GreyImage.Lut(0, 8, "TWO", "US", 9)).WithWords(0, 4095);
        Assert.Equal(new byte[] { 7, 7 }, Image().Render().Pixels);
        Assert.Equal(new byte[] { 9, 9 }, Image().Render(Windowing.Parse("two")).Pixels);
        Assert.Equal(new byte[] { 0, 255 }, Image().Render(Windowing.Parse("1")).Pixels);
        Assert.Equal(new byte[] { 0, 255 }, Image().Render(Windowing.Parse("Wide")).Pixels);
    }
}
