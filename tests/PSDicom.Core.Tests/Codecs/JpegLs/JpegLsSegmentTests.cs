using PSDicom.Codecs;
using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>The marker segments around the scans.</summary>
public class JpegLsSegmentTests
{
    private static readonly int[][,] Grey = SampleImages.Make(20, 30, 1, 255);
    private static readonly int[][,] Color = SampleImages.Make(20, 30, 3, 255);

    [Fact]
    public void The_header_tells_what_is_in_the_frame()
    {
        CodestreamInfo info = new JpegLsDecoder().Inspect(JpegLsStream.Image(SampleImages.Make(20, 30, 3, 4095), 12));
        Assert.Equal((20, 30, 3, 12), (info.Rows, info.Columns, info.SamplesPerPixel, info.BitsPerSample));
        Assert.Null(info.IsYbr);
        Assert.False(info.IsSigned);
    }

    [Fact]
    public void What_is_around_the_segments_is_passed_over()
    {
        byte[] frame = new JpegLsStream().Segment(0xFE, 1, 2, 3).Segment(0xE8, 9, 9).Raw(0xFF, 0xFF).Frame(8, 20, 30, 1).Segment(0xE0).Scan(Grey, 8).Bytes;
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode([0, 0, .. frame, 0xFF, 0xFF, 0xD9, 0]));
        // Without end of image.
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode(frame));
    }

    [Fact]
    public void A_single_component_may_be_called_interleaved_or_by_another_identifier()
    {
        byte[] coded = ReferenceJpegLsEncoder.Encode(Grey, 0, JpegLsCodingParameters.Create(default, 8, 0, ThresholdRule.Standard, 0));
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode(new JpegLsStream().Frame(8, 20, 30, 1).ScanHeader(1, 0, 2).Raw(coded).End()));
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode(new JpegLsStream().Frame(8, 20, 30, 1).ScanHeader(1, 0, 0, first: 6).Raw(coded).End()));
    }

    [Fact]
    public void Parameters_may_change_between_scans()
    {
        byte[] frame = new JpegLsStream().Frame(8, 20, 30, 3)
            .Scan([Color[0]], 8)
            .Preset(255, 9, 9, 9, 31)
            .Scan([Color[2], Color[1]], 8, interleave: 1, first: 1, preset: new PresetParameters(255, 9, 9, 9, 31))
            .End();
        Assert.Equal(SampleImages.Bytes([Color[0], Color[2], Color[1]], 1), JpegLsTesting.Decode(frame));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Oversize_dimensions_are_read(int width)
    {
        byte[] number(int value) => [.. new byte[width - 2], (byte)(value >> 8), (byte)value];
        byte[] frame = new JpegLsStream().Segment(0xF8, [4, (byte)width, .. number(20), .. number(30)]).Frame(8, 0, 0, 1).Scan(Grey, 8).End();
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode(frame));
    }

    [Fact]
    public void The_number_of_lines_may_follow_the_scan_or_be_missing()
    {
        JpegLsStream stream = new JpegLsStream().Frame(8, 0, 30, 1).Scan(Grey, 8);
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode(stream.Bytes, new FrameShape(20, 30, 1, 1)));
        byte[] frame = stream.Segment(0xDC, 0, 20).End();
        Assert.Equal(20, new JpegLsDecoder().Inspect(frame).Rows);
        Assert.Equal(SampleImages.Bytes(Grey, 1), JpegLsTesting.Decode(frame));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mapping_tables_are_applied(int entryLength)
    {
        int[][,] planes = SampleImages.Make(20, 30, 1, 63);
        int Entry(int i) => (i * 771) & (entryLength == 1 ? 0xFF : 0xFFFF);
        byte[] Entries(int first, int count) =>
            Enumerable.Range(first, count).SelectMany(i => entryLength == 1 ? new[] { (byte)Entry(i) } : [(byte)(Entry(i) >> 8), (byte)Entry(i)]).ToArray();
        byte[] coded = ReferenceJpegLsEncoder.Encode(planes, 0, JpegLsCodingParameters.Create(default, 6, 0, ThresholdRule.Standard, 0));
        byte[] frame = new JpegLsStream().Frame(6, 20, 30, 1)
            .Segment(0xF8, [2, 7, (byte)entryLength, .. Entries(0, 40)])
            .Segment(0xF8, [3, 7, (byte)entryLength, .. Entries(40, 24)])
            .ScanHeader(1, 0, 0, table: 7).Raw(coded).End();
        for (int i = 0; i < 600; i++) planes[0][i / 30, i % 30] = Entry(planes[0][i / 30, i % 30]);
        Assert.Equal(8 * entryLength, new JpegLsDecoder().Inspect(frame).BitsPerSample);
        Assert.Equal(SampleImages.Bytes(planes, entryLength), JpegLsTesting.Decode(frame));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(1, 16)]
    [InlineData(2, 16)]
    [InlineData(3, 16)]
    public void Color_transforms_of_HP_are_undone(byte transform, int bits)
    {
        int[][,] colors = SampleImages.Make(20, 30, 3, (1 << bits) - 1);
        int[][,] planes = SampleImages.Copy(colors);
        int mask = (1 << bits) - 1;
        int middle = (mask + 1) / 2;
        for (int i = 0; i < 600; i++)
        {
            int red = colors[0][i / 30, i % 30];
            int green = colors[1][i / 30, i % 30];
            int blue = colors[2][i / 30, i % 30];
            int redLess = (red - green + middle) & mask;
            int blueLess = (blue - green + middle) & mask;
            int[] coded = transform switch
            {
                1 => [redLess, green, blueLess],
                2 => [redLess, green, (blue - ((red + green) >> 1) + middle) & mask],
                _ => [(green + ((redLess + blueLess) >> 2) - (middle / 2)) & mask, blueLess, redLess],
            };
            for (int component = 0; component < 3; component++) planes[component][i / 30, i % 30] = coded[component];
        }

        byte[] frame = new JpegLsStream().Segment(0xE8, [.. "mrfx"u8, transform]).Frame(bits, 20, 30, 3).Scan(planes, bits, interleave: 1).End();
        Assert.False(new JpegLsDecoder().Inspect(frame).IsYbr);
        Assert.Equal(SampleImages.Bytes(colors, bits / 8), JpegLsTesting.Decode(frame));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Components_of_lower_resolution_are_brought_to_that_of_the_frame(int interleave)
    {
        int[,] half = SampleImages.Make(10, 15, 1, 255, seed: 2)[0];
        JpegLsStream stream = new JpegLsStream().Frame(8, 20, 30, 2, 0x22, 0x11);
        if (interleave == 0) stream.Scan(Grey, 8).Scan([half], 8, first: 1);
        else stream.Scan([Grey[0], half], 8, interleave: 1, lines: [2, 1]);
        var full = new int[20, 30];
        for (int i = 0; i < 600; i++) full[i / 30, i % 30] = half[i / 60, i % 30 / 2];
        Assert.Equal(SampleImages.Bytes([Grey[0], full], 1), JpegLsTesting.Decode(stream.End()));
    }

    [Fact]
    public void What_cannot_be_decoded_is_one_clear_error()
    {
        static JpegLsStream Frame(int bits = 8, params byte[] sampling) => new JpegLsStream().Frame(bits, 4, 4, 1, sampling);
        static string Refuse(JpegLsStream stream) => JpegLsTesting.Refuse(stream.End());
        Assert.Contains("not JPEG-LS", JpegLsTesting.Refuse([1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("FFC3", Refuse(new JpegLsStream().Segment(0xC3, 8, 0, 4, 0, 4, 1, 1, 0x11, 0)), StringComparison.Ordinal);
        Assert.Contains("before its first scan", Refuse(Frame()), StringComparison.Ordinal);
        Assert.Contains("before the frame header", Refuse(new JpegLsStream().ScanHeader(1, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("second frame header", Refuse(Frame().Frame(8, 4, 4, 1)), StringComparison.Ordinal);
        Assert.Contains("17 bits", Refuse(Frame(17)), StringComparison.Ordinal);
        Assert.Contains("sampling factors 0 x 1", Refuse(Frame(8, 0x01)), StringComparison.Ordinal);
        Assert.Contains("too short", Refuse(new JpegLsStream().Segment(0xF7, 8, 0, 4, 0, 4, 1)), StringComparison.Ordinal);
        Assert.Contains("scan header is damaged", Refuse(Frame().Segment(0xDA, 0, 0, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("interleave mode 3", Refuse(Frame().ScanHeader(1, 0, 3)), StringComparison.Ordinal);
        Assert.Contains("point transform", Refuse(Frame().Segment(0xDA, 1, 1, 0, 0, 0, 1)), StringComparison.Ordinal);
        Assert.Contains("mapping table 5", Refuse(Frame().ScanHeader(1, 0, 0, table: 5)), StringComparison.Ordinal);
        Assert.Contains("have 3 bytes", Refuse(Frame().Segment(0xF8, 2, 5, 3, 1, 2, 3).ScanHeader(1, 0, 0, table: 5)), StringComparison.Ordinal);
        Assert.Contains("of type 5", Refuse(Frame().Segment(0xF8, 5, 1)), StringComparison.Ordinal);
        Assert.Contains("NEAR 200", Refuse(Frame().ScanHeader(1, 200, 0).Raw(1, 2)), StringComparison.Ordinal);
        Assert.Contains("no line", Refuse(Frame().ScanHeader(1, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("65536 columns", Refuse(new JpegLsStream().Segment(0xF8, 4, 3, 0, 0, 4, 1, 0, 0).Frame(8, 0, 0, 1).ScanHeader(1, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("length 1", Refuse(new JpegLsStream().Raw(0xFF, 0xF7, 0, 1)), StringComparison.Ordinal);
        Assert.Contains("colour transform 4", Refuse(new JpegLsStream().Segment(0xE8, [.. "mrfx"u8, 4]).Frame(8, 20, 30, 3).Scan(Color, 8, interleave: 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_that_the_frame_does_not_have_is_an_error()
    {
        byte[] frame = JpegLsStream.Image(SampleImages.Make(20, 30, 1, 4095), 12);
        Assert.Contains("30 x 20 pixels of 1 samples, not 31 x 20 of 1", JpegLsTesting.Refuse(frame, new FrameShape(20, 31, 1, 2)), StringComparison.Ordinal);
        Assert.Contains("do not fit into 1 byte", JpegLsTesting.Refuse(frame, new FrameShape(20, 30, 1, 1)), StringComparison.Ordinal);
    }
}
