using PSDicom.Pixels;
using PSDicom.Rendering.Colors;

namespace PSDicom.Core.Tests.Rendering;

public class ColorMapTests
{
    /// <summary>Values of PS3.6 annex B and, from Hot on, of matplotlib.</summary>
    [Theory]
    [InlineData("Gray", 77, 77, 77, 77)]
    [InlineData("HotIron", 0, 0, 0, 0)]
    [InlineData("HotIron", 127, 254, 0, 0)]
    [InlineData("HotIron", 128, 255, 0, 0)]
    [InlineData("HotIron", 200, 255, 144, 36)]
    [InlineData("HotIron", 254, 255, 252, 252)]
    [InlineData("HotIron", 255, 255, 255, 255)]
    [InlineData("Pet", 32, 0, 65, 63)]
    [InlineData("Pet", 64, 1, 126, 127)]
    [InlineData("Pet", 149, 170, 42, 172)]
    [InlineData("HotMetalBlue", 8, 0, 0, 16)]
    [InlineData("HotMetalBlue", 110, 69, 0, 176)]
    [InlineData("Pet20Step", 12, 0, 0, 0)]
    [InlineData("Pet20Step", 13, 96, 0, 80)]
    [InlineData("Pet20Step", 242, 255, 0, 0)]
    [InlineData("Spring", 100, 255, 100, 155)]
    [InlineData("Summer", 0, 0, 255, 0)]
    [InlineData("Summer", 255, 0, 128, 254)]
    [InlineData("Fall", 255, 255, 0, 0)]
    [InlineData("Winter", 192, 64, 192, 159)]
    [InlineData("Hot", 128, 255, 91, 0)]
    [InlineData("Bone", 128, 112, 123, 143)]
    [InlineData("Jet", 128, 124, 255, 121)]
    [InlineData("Viridis", 0, 68, 1, 84)]
    [InlineData("Viridis", 128, 32, 144, 140)]
    [InlineData("Viridis", 255, 253, 231, 36)]
    [InlineData("Inferno", 128, 187, 55, 84)]
    public void Maps_have_the_colors_of_their_definition(string name, byte grey, byte red, byte green, byte blue) =>
        Assert.Equal(new[] { red, green, blue }, Apply(name, grey));

    [Theory]
    [InlineData("HOT_IRON", "HotIron")]
    [InlineData("hot iron", "HotIron")]
    [InlineData("Hot-Metal-Blue", "HotMetalBlue")]
    [InlineData("PET", "Pet")]
    [InlineData("PET_20_STEP", "Pet20Step")]
    [InlineData("viridis", "Viridis")]
    public void Names_are_taken_as_they_are_written_elsewhere(string name, string expected) => Assert.Equal(expected, ColorMap.FromName(name).Name);

    [Fact]
    public void A_name_that_is_not_known_is_told_with_those_that_are()
    {
        var exception = Assert.Throws<DicomException>(() => ColorMap.FromName("Magma"));
        Assert.Equal(DicomErrorReason.UnknownColorMap, exception.Reason);
        Assert.Contains("'Magma'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("HotIron", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_all_there_and_each_once()
    {
        string[] expected =
        [
            "Gray", "HotIron", "Pet", "HotMetalBlue", "Pet20Step", "Spring", "Summer", "Fall", "Winter", "Hot", "Bone", "Jet", "Viridis", "Inferno",
        ];
        Assert.Equal(expected, ColorMap.Names);
    }

    [Fact]
    public void Greys_of_16_bits_have_colors_between_those_of_8()
    {
        // 0x8080 is 128 of 255: exactly an entry. 100 words further it is 100 of 257 parts on the way to the next, whose green is 2.
        var words = (ushort[])ColorMap.FromName("HotIron").Apply(SampleImages.Grey16(3, 1, 0x8080, 0x8080 + 100, ushort.MaxValue)).Pixels;
        Assert.Equal(new ushort[] { 65535, 0, 0, 65535, 2 * 100, 0, 65535, 65535, 65535 }, words);
    }

    [Fact]
    public void Gray_changes_nothing_but_the_number_of_samples()
    {
        var words = (ushort[])ColorMap.FromName("Gray").Apply(SampleImages.Grey16(4, 1, 0, 1, 12345, 65534)).Pixels;
        Assert.Equal(new ushort[] { 0, 0, 0, 1, 1, 1, 12345, 12345, 12345, 65534, 65534, 65534 }, words);
    }

    [Fact]
    public void Color_stays_as_it_is()
    {
        Picture picture = SampleImages.Rgb(1, 1, 1, 2, 3);
        Assert.Same(picture, ColorMap.FromName("Hot").Apply(picture));
    }

    private static byte[] Apply(string name, byte grey)
    {
        Picture picture = ColorMap.FromName(name).Apply(SampleImages.Grey(1, 1, grey));
        Assert.Equal((1, 1, 3), (picture.Width, picture.Height, picture.SamplesPerPixel));
        return (byte[])picture.Pixels;
    }
}
