using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

/// <summary>Rescaled values, and colour as RGB.</summary>
public class FrameValueTests
{
    [Theory]
    [InlineData("1", "0", 12, false, "UInt16")]
    [InlineData("1", "-1024", 12, false, "Int16")]
    [InlineData("2", "0", 7, false, "Byte")]
    [InlineData("8", "0", 13, false, "UInt16")]
    [InlineData("10", "-5", 16, true, "Int32")]
    [InlineData("0.5", "0", 12, false, "Double")]
    [InlineData("1", "0.25", 12, false, "Double")]
    [InlineData("1000000", "0", 16, false, "Double")]
    public void Slope_and_intercept_give_the_smallest_exact_type(string slope, string intercept, int stored, bool isSigned, string type)
    {
        DicomFrame frame = Rescale(Grey(16, stored, isSigned).With(0x0028_1052, "DS", intercept).With(0x0028_1053, "DS", slope), [3, 0, 100, 0]);
        double a = double.Parse(slope, System.Globalization.CultureInfo.InvariantCulture), b = double.Parse(intercept, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([(3 * a) + b, (100 * a) + b], Numbers(frame));
        Assert.Equal(type, frame.SampleType);
    }

    [Fact]
    public void Without_a_transform_values_stay() => Assert.Equal(new ushort[] { 3, 100 }, Rescale(Grey(16, 12, false), [3, 0, 100, 0]).GetPixels());

    [Fact]
    public void Each_frame_has_its_own_transform_first()
    {
        DatasetBuilder Group(int slope) => new DatasetBuilder().WithSequence(
            0x0028_9145, new DatasetBuilder().With(0x0028_1052, "DS", "0").With(0x0028_1053, "DS", slope));
        byte[] file = new DatasetBuilder().Describe(1, 1, 8, frames: 3)
            .With(0x0028_1052, "DS", "0").With(0x0028_1053, "DS", "7")
            .WithSequence(0x5200_9229, Group(5))
            .WithSequence(0x5200_9230, Group(2), Group(3))
            .WithValue(FrameImage.PixelData, "OB", 1, 1, 1)
            .ToFile();
        Assert.Equal([2, 3, 5], Read(file, new FrameReadOptions { Rescaled = true }).Select(frame => frame[0, 0]));
        Assert.Equal([1, 1, 1], Read(file, null).Select(frame => frame[0, 0]));
    }

    [Fact]
    public void A_modality_LUT_is_looked_up()
    {
        DatasetBuilder table = new DatasetBuilder().With(0x0028_3002, "US", 3, 10, 16).With(0x0028_3006, "US", 1000, 2000, 3000);
        DicomFrame frame = Rescale(new DatasetBuilder().Describe(1, 4, 8).WithSequence(0x0028_3000, table), [5, 10, 11, 200]);
        Assert.Equal(new ushort[] { 1000, 1000, 2000, 3000 }, frame.GetPixels());
    }

    [Theory]
    [InlineData(8, 16, 40000)]
    [InlineData(16, 16, 40000)]
    [InlineData(8, 8, 200)]
    public void A_modality_LUT_keeps_its_entries_whatever_its_descriptor_says(int said, int there, int last)
    {
        DatasetBuilder table = new DatasetBuilder().With(0x0028_3002, "US", 2, 0, said).With(0x0028_3006, "US", 1, last);
        DicomFrame frame = Rescale(new DatasetBuilder().Describe(1, 2, 8).WithSequence(0x0028_3000, table), [0, 1]);
        Assert.Equal([1, last], Numbers(frame));
        Assert.Equal(said == 8 && there == 16 ? 1 : 0, frame.Warnings.Count);
    }

    [Fact]
    public void Doses_are_scaled_and_have_a_unit()
    {
        DicomFrame frame = Rescale(Dose().With(0x3004_0002, "CS", "GY").With(0x3004_000E, "DS", "0.25"), [3, 0, 100, 0]);
        Assert.Equal([0.75, 25], Numbers(frame));
        Assert.Equal("GY", frame.Unit);
        Assert.Empty(frame.Warnings);
        Assert.Null(Read(Dose().With(0x3004_0002, "CS", "GY").With(0x3004_000E, "DS", "0.25").WithValue(FrameImage.PixelData, "OW", 3, 0, 100, 0).ToFile(), null).Single().Unit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("much")]
    public void A_dose_without_scaling_has_a_warning(string? scaling)
    {
        DatasetBuilder dose = Dose().With(0x3004_0002, "CS", "GY");
        if (scaling is not null) dose.With(0x3004_000E, "DS", scaling);
        DicomFrame frame = Rescale(dose, [3, 0, 100, 0]);
        Assert.Equal([3, 100], Numbers(frame));
        Assert.Null(frame.Unit);
        Assert.Contains("Dose Grid Scaling", Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_dose_with_a_rescale_slope_the_scaling_counts()
    {
        DicomFrame frame = Rescale(Dose().With(0x0028_1052, "DS", "5").With(0x0028_1053, "DS", "2").With(0x3004_000E, "DS", "0.5"), [3, 0, 100, 0]);
        Assert.Equal([1.5, 50], Numbers(frame));
        Assert.Contains("Rescale", Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CT", null, "HU")]
    [InlineData("CT", "MGML", "MGML")]
    [InlineData("MR", null, null)]
    [InlineData("MR", "US", null)]
    [InlineData("PT", null, "BQML")]
    public void Rescaled_values_have_the_unit_of_the_file(string modality, string? type, string? expected)
    {
        DatasetBuilder dataset = new DatasetBuilder().With(0x0008_0060, "CS", modality).WithBytes(Grey(16, 12, false).ToBytes())
            .With(0x0028_1052, "DS", "-1024").With(0x0028_1053, "DS", "1");
        if (type is not null) dataset.With(0x0028_1054, "LO", type);
        Assert.Equal(expected, Rescale(dataset.With(0x0054_1001, "CS", "BQML"), [3, 0, 100, 0]).Unit);
    }

    [Fact]
    public void Values_of_a_modality_LUT_have_its_type()
    {
        DatasetBuilder table = new DatasetBuilder().With(0x0028_3002, "US", 2, 0, 16).With(0x0028_3004, "LO", "OD").With(0x0028_3006, "US", 1, 2);
        Assert.Equal("OD", Rescale(new DatasetBuilder().Describe(1, 2, 8).WithSequence(0x0028_3000, table), [0, 1]).Unit);
    }

    [Theory]
    [InlineData(81, 90, 240, 238, 14, 14)]
    [InlineData(255, 128, 128, 255, 255, 255)]
    [InlineData(41, 240, 110, 16, 15, 239)]
    public void YBR_is_made_RGB(byte y, byte cb, byte cr, int red, int green, int blue)
    {
        DicomFrame frame = AsRgb(new DatasetBuilder().Describe(1, 1, 8, samples: 3, photometric: "YBR_FULL").WithValue(FrameImage.PixelData, "OB", y, cb, cr));
        double[] expected = [red, green, blue];
        Assert.All(Numbers(frame).Zip(expected), pair => Assert.InRange(pair.First, pair.Second - 1, pair.Second + 1));
        Assert.Equal("RGB", frame.PhotometricInterpretation);
    }

    [Fact]
    public void YBR_of_a_part_of_the_range_is_made_RGB()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 2, 8, samples: 3, photometric: "YBR_PARTIAL_422");
        Assert.Equal([0, 0, 0, 255, 255, 255], Numbers(AsRgb(dataset.WithValue(FrameImage.PixelData, "OB", 16, 235, 128, 128))));
    }

    [Fact]
    public void YBR_of_16_bits_is_made_RGB()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 1, 16, samples: 3, photometric: "YBR_FULL");
        Assert.Equal(new ushort[] { 1000, 1000, 1000 }, AsRgb(dataset.WithValue(FrameImage.PixelData, "OW", 0xE8, 3, 0, 0x80, 0, 0x80)).GetPixels());
    }

    [Fact]
    public void A_palette_of_16_bits_gives_words()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 3, 8, photometric: "PALETTE COLOR");
        for (uint i = 0; i < 3; i++) dataset.With(0x0028_1101 + i, "US", 2, 1, 16);
        for (uint i = 0; i < 3; i++) dataset.With(0x0028_1201 + i, "OW", 256 * (i + 1), 256 * (i + 11));
        DicomFrame frame = AsRgb(dataset.WithValue(FrameImage.PixelData, "OB", 0, 2, 9));
        Assert.Equal(new ushort[] { 256, 512, 768, 2816, 3072, 3328, 2816, 3072, 3328 }, frame.GetPixels());
        Assert.Equal(("RGB", 3, 16), (frame.PhotometricInterpretation, frame.SamplesPerPixel, frame.BitsStored));
    }

    [Fact]
    public void A_palette_of_8_bits_gives_bytes()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 2, 8, photometric: "PALETTE COLOR");
        for (uint i = 0; i < 3; i++) dataset.With(0x0028_1101 + i, "US", 4, 0, 8);
        for (uint i = 0; i < 3; i++) dataset.WithValue(0x0028_1201 + i, "OW", 0, (byte)(10 + i), 20, 30);
        Assert.Equal(new byte[] { 10, 11, 12, 30, 30, 30 }, AsRgb(dataset.WithValue(FrameImage.PixelData, "OB", 1, 3)).GetPixels());
    }

    [Fact]
    public void A_palette_in_segments_is_expanded()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 6, 8, photometric: "PALETTE COLOR");
        for (uint i = 0; i < 3; i++) dataset.With(0x0028_1101 + i, "US", 6, 0, 16);

        // Two literal entries, two interpolated up to 300, then the first segment again.
        for (uint i = 0; i < 3; i++) dataset.With(0x0028_1221 + i, "OW", 0, 2, 50, 100, 1, 2, 300, 2, 1, 0, 0);
        double[] reds = [.. Numbers(AsRgb(dataset.WithValue(FrameImage.PixelData, "OB", 0, 1, 2, 3, 4, 5))).Where((_, i) => i % 3 == 0)];
        Assert.Equal([50, 100, 200, 300, 50, 100], reds);
    }

    [Fact]
    public void A_palette_that_is_missing_is_an_error()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 1, 8, photometric: "PALETTE COLOR").WithValue(FrameImage.PixelData, "OB", 1);
        Assert.Equal(DicomErrorReason.InvalidPixelData, Assert.Throws<DicomException>(() => AsRgb(dataset)).Reason);
    }

    [Fact]
    public void Grey_stays_grey() =>
        Assert.Equal(1, AsRgb(new DatasetBuilder().Describe(1, 1, 8).WithValue(FrameImage.PixelData, "OB", 1)).SamplesPerPixel);

    private static DatasetBuilder Dose() => new DatasetBuilder().With(0x0008_0060, "CS", "RTDOSE").WithBytes(Grey(16, 16, false).ToBytes());

    private static DatasetBuilder Grey(int allocated, int stored, bool isSigned) =>
        new DatasetBuilder().Describe(1, 2, allocated, stored, isSigned: isSigned);

    private static DicomFrame Rescale(DatasetBuilder dataset, byte[] pixels) =>
        Read(dataset.WithValue(FrameImage.PixelData, "OW", pixels).ToFile(), new FrameReadOptions { Rescaled = true }).Single();

    private static DicomFrame AsRgb(DatasetBuilder dataset) => Read(dataset.ToFile(), new FrameReadOptions { AsRgb = true }).Single();

    private static IEnumerable<DicomFrame> Read(byte[] file, FrameReadOptions? options) => FrameReader.Read(DicomFile.Open(file), null, options, CancellationToken.None);

    private static double[] Numbers(DicomFrame frame) => [.. frame.GetPixels().Cast<IConvertible>().Select(sample => sample.ToDouble(null))];
}
