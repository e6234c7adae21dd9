using PSDicom.Frames.Blacking;

namespace PSDicom.Core.Tests.Frames.Blacking;

/// <summary>The black of each kind of image, by the way in which it is shown.</summary>
public class BlackPixelTests
{
    private static readonly BlackArea FirstPixel = BlackArea.Of(1, 4, null, [new FrameRegion(0, 0, 1, 1)]);

    [Theory]
    [InlineData("MONOCHROME2", false, 8, 0)]
    [InlineData("MONOCHROME1", false, 8, 255)]
    [InlineData("MONOCHROME2", true, 8, -128)]
    [InlineData("MONOCHROME1", true, 8, 127)]
    public void Greys_of_few_bits_are_shown_over_their_whole_range(string photometric, bool isSigned, int bits, long expected) =>
        Assert.Equal([expected], Of(new DatasetBuilder(), photometric, isSigned, bits, [9, 20, 30, 40]));

    [Theory]
    [InlineData("MONOCHROME2", false, 0)]
    [InlineData("MONOCHROME1", false, 4095)]
    [InlineData("MONOCHROME2", true, -2048)]
    [InlineData("MONOCHROME1", true, 2047)]
    public void With_a_window_black_is_the_end_of_the_range(string photometric, bool isSigned, long expected) =>
        Assert.Equal([expected], Of(Window(), photometric, isSigned, 12, [9, 20, 30, 40]));

    [Fact]
    public void Without_a_window_black_is_the_lowest_of_the_other_pixels()
    {
        Assert.Equal([20L], Of(new DatasetBuilder(), "MONOCHROME2", true, 12, [9, 20, 30, 40]));
        Assert.Equal([40L], Of(new DatasetBuilder(), "MONOCHROME1", true, 12, [90, 20, 30, 40]));
        Assert.Equal([20L], Of(new DatasetBuilder(), "MONOCHROME2", false, 16, [9, 20, 30, 40]));
    }

    [Fact]
    public void A_falling_rescale_and_an_inverse_presentation_turn_it_around()
    {
        Assert.Equal([4095L], Of(Window().With(0x0028_1052, "DS", "4095").With(0x0028_1053, "DS", "-1"), "MONOCHROME2", false, 12, [9, 20, 30, 40]));
        Assert.Equal([40L], Of(new DatasetBuilder().With(0x0028_1052, "DS", "0").With(0x0028_1053, "DS", "-1"), "MONOCHROME2", false, 12, [9, 20, 30, 40]));
        Assert.Equal([4095L], Of(Window().With(0x2050_0020, "CS", "INVERSE"), "MONOCHROME2", false, 12, [9, 20, 30, 40]));
        Assert.Equal([4095L], Of(Window().With(0x2050_0020, "CS", "INVERSE"), "MONOCHROME1", false, 12, [9, 20, 30, 40]));
    }

    [Fact]
    public void Padding_is_black_where_it_is_shown_so()
    {
        DatasetBuilder Padded(DatasetBuilder dataset, int value) => dataset.With(0x0028_0120, "SS", value);
        Assert.Equal([-2000L], Of(Padded(Window(), -2000), "MONOCHROME2", true, 12, [9, 20, 30, 40]));
        Assert.Equal([-2000L], Of(Padded(new DatasetBuilder(), -2000), "MONOCHROME2", true, 12, [9, 20, 30, 40]));
        Assert.Equal([-2048L], Of(Padded(Window(), 2000), "MONOCHROME2", true, 12, [9, 20, 30, 40]));
        Assert.Equal([-2048L], Of(Padded(Window(), -3000), "MONOCHROME2", true, 12, [9, 20, 30, 40]));
    }

    [Fact]
    public void The_darkest_entry_of_a_table_may_be_in_its_middle()
    {
        DatasetBuilder lut = new DatasetBuilder().WithValue(0x0028_3002, "US", 4, 0, 0, 0, 8, 0).WithValue(0x0028_3006, "US", 200, 0, 100, 0, 0, 0, 255, 0);
        Assert.Equal([2L], Of(new DatasetBuilder().WithSequence(0x0028_3010, lut), "MONOCHROME2", false, 12, [0, 1, 2, 3]));
    }

    [Fact]
    public void The_darkest_colour_of_a_palette_is_its_black()
    {
        DatasetBuilder palette = new();
        byte[][] colors = [[200, 90, 4, 5], [200, 0, 6, 5], [200, 200, 0, 5]];
        for (uint i = 0; i < 3; i++) palette.WithValue(0x0028_1101 + i, "US", 4, 0, 10, 0, 8, 0).WithValue(0x0028_1201 + i, "OW", colors[i]);
        Assert.Equal([12L], Of(palette, "PALETTE COLOR", false, 8, [10, 11, 12, 13]));
        Assert.Throws<DicomException>(() => Of(new DatasetBuilder(), "PALETTE COLOR", false, 8, [10, 11, 12, 13]));
    }

    [Theory]
    [InlineData("RGB", 3, 8, new long[] { 0, 0, 0 })]
    [InlineData("YBR_FULL", 3, 8, new long[] { 0, 128, 128 })]
    [InlineData("YBR_FULL", 3, 12, new long[] { 0, 2048, 2048 })]
    [InlineData(PSDicom.Pixels.PhotometricInterpretations.YbrPartial, 3, 8, new long[] { 16, 128, 128 })]
    [InlineData("HSV", 3, 8, new long[] { 0, 0, 0 })]
    [InlineData("ARGB", 4, 8, new long[] { 0, 0, 0, 0 })]
    [InlineData("CMYK", 4, 8, new long[] { 0, 0, 0, 255 })]
    public void Colours_have_their_own(string photometric, int samples, int bits, long[] expected)
    {
        long[] black = Of(new DatasetBuilder(), photometric, false, bits, new int[4 * samples], samples);
        Assert.Equal(expected, black);
        Array pixel = bits > 8 ? Array.ConvertAll(black, value => (ushort)value) : Array.ConvertAll(black, value => (byte)value);
        var frame = new DicomFrame(pixel) { Rows = 1, Columns = 1, SamplesPerPixel = samples, BitsAllocated = bits > 8 ? 16 : 8, BitsStored = bits, PhotometricInterpretation = photometric };
        DicomFrame rgb = new PSDicom.Rendering.Colors.RgbConversion(DicomFile.Open(new DatasetBuilder().ToFile()).Dataset).Convert(frame);
        Assert.Equal((0.0, 0.0, 3), (rgb.Minimum, rgb.Maximum, rgb.SamplesPerPixel));
    }

    [Fact]
    public void An_unknown_colour_space_is_refused() =>
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Assert.Throws<DicomException>(() => Of(new DatasetBuilder(), "LAB", false, 8, new int[12], 3)).Reason);


    private static DatasetBuilder Window() => new DatasetBuilder().With(0x0028_1050, "DS", "100").With(0x0028_1051, "DS", "50");

    private static long[] Of(DatasetBuilder dataset, string photometric, bool isSigned, int bits, int[] samples, int samplesPerPixel = 1)
    {
        dataset.Describe(1, 4, bits > 8 ? 16 : 8, bits, samplesPerPixel, photometric, isSigned);
        Array pixels = (bits > 8, isSigned) switch
        {
            (false, false) => Array.ConvertAll(samples, value => (byte)value),
            (false, true) => Array.ConvertAll(samples, value => (sbyte)value),
            (true, false) => Array.ConvertAll(samples, value => (ushort)value),
            _ => Array.ConvertAll(samples, value => (short)value),
        };
        var frame = new DicomFrame(pixels)
        {
            Frame = 1, Rows = 1, Columns = 4, SamplesPerPixel = samplesPerPixel, BitsAllocated = bits > 8 ? 16 : 8, BitsStored = bits,
            PhotometricInterpretation = photometric,
        };
        return new BlackPixel(DicomFile.Open(dataset.ToFile()).Dataset).Of(frame, FirstPixel);
    }
}
