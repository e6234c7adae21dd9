using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class ToleranceTests
{
    private static readonly ReferenceDctEncoder _encoder = new() { Rows = 24, Columns = 24, RestartInterval = 3 };
    private static readonly byte[] _stream = _encoder.EncodeSequential(
        _encoder.MakeBlocks((_, x, y) => [100 + (20 * x) - (50 * y), 30, -20, .. new int[61]]));
    private static readonly byte[] _expected = Decoded.From(_stream).Bytes;

    [Fact]
    public void Bytes_before_SOI_and_behind_EOI_do_not_matter()
    {
        Decoded decoded = Decoded.From([0x00, 0xFF, 0x12, .. _stream, 0x00, 0xFF, 0xFF]);
        Assert.Equal(_expected, decoded.Bytes);
        Assert.Empty(decoded.Warnings);
    }

    [Fact]
    public void Markers_may_be_filled_up()
    {
        List<byte> filled = [0xFF, 0xD8];
        for (int i = 2; i < _stream.Length; i++)
        {
            bool isMarker = _stream[i] == 0xFF && _stream[i + 1] is >= 0xC0 and < 0xFF;
            filled.AddRange(isMarker ? [0xFF, 0xFF, _stream[i]] : [_stream[i]]);
        }

        Assert.Equal(_expected, Decoded.From([.. filled]).Bytes);
    }

    [Fact]
    public void EOI_may_be_missing()
    {
        Decoded decoded = Decoded.From(_stream[..^2]);
        Assert.Equal(_expected, decoded.Bytes);
        Assert.Equal(JpegDecoder.EndIsMissing, Assert.Single(decoded.Warnings));
        Assert.Equal(JpegDecoder.EndIsMissing, Assert.Single(Decoded.From([.. _stream[..^2], 0]).Warnings));
    }

    /// <summary>Also where zeros, which are codes, fill up what is missing; and of progressive frames it is unknown whether scans are missing.</summary>
    [Fact]
    public void More_than_EOI_may_not_be_missing()
    {
        for (int missing = 3; missing < 8; missing++)
        {
            Assert.DoesNotContain(JpegDecoder.EndIsMissing, Decoded.From(_stream[..^missing]).Warnings);
            Assert.DoesNotContain(JpegDecoder.EndIsMissing, Decoded.From([.. _stream[..^missing], 0]).Warnings);
            Assert.DoesNotContain(JpegDecoder.EndIsMissing, Decoded.From([.. _stream[..^missing], .. new byte[missing]]).Warnings);
        }
    }

    [Fact]
    public void Segments_of_no_meaning_are_passed_over()
    {
        byte[] decoded = Decoded.From([.. _stream[..2], 0xFF, 0xFE, 0, 5, 0xFF, 0xD8, 0xFF, 0xFF, 0xE5, 0, 2, .. _stream[2..]]).Bytes;
        Assert.Equal(_expected, decoded);
    }

    [Fact]
    public void A_cut_scan_leaves_the_rest_0()
    {
        int third = JpegStream.Find(_stream, 0xD1);
        Decoded decoded = Decoded.From(_stream[..third]);
        Assert.Equal(_expected.Take(24 * 16), decoded.Bytes.Take(24 * 16));
        Assert.All(decoded.Bytes.Skip(24 * 16), value => Assert.Equal(0, value));
        Assert.Contains(decoded.Warnings, warning => warning.Contains("truncated"));
    }

    [Fact]
    public void A_stray_marker_in_the_data_costs_one_interval()
    {
        int first = JpegStream.Find(_stream, 0xD0);
        byte[] damaged = (byte[])_stream.Clone();
        (damaged[first + 3], damaged[first + 4]) = (0xFF, 0x33);
        Decoded decoded = Decoded.From(damaged);
        Assert.Equal(_expected.Take(24 * 8), decoded.Bytes.Take(24 * 8));
        Assert.Equal(_expected.Skip(24 * 16), decoded.Bytes.Skip(24 * 16));
        Assert.Single(decoded.Warnings);
    }

    [Fact]
    public void DNL_tells_the_lines()
    {
        byte[] stream = (byte[])_stream.Clone();
        int frame = JpegStream.Find(stream, 0xC1);
        stream[frame + 6] = 0;
        byte[] withLines = [.. stream[..^2], 0xFF, 0xDC, 0, 4, 0, 24, 0xFF, 0xD9];
        Assert.Equal(24, new JpegDecoder().Inspect(withLines).Rows);
        Assert.Equal(_expected, Decoded.From(withLines).Bytes);
        Assert.Contains("DNL", Assert.Throws<DicomException>(() => Decoded.From(stream)).Detail);
    }

    [Fact]
    public void Without_DHT_the_typical_tables_are_meant()
    {
        // DC of category 0 is 00 and EOB 1010 in table K.3 and K.5; category 2 is 011.
        JpegStream stream = new JpegStream().Quantization(8).Frame(JpegStream.SOF0, 8, 8, 16, (1, 1)).Scan([0]);
        stream.Bytes.AddRange([0b00_1010_01, 0b1_10_1010_1]);
        Decoded decoded = Decoded.From(stream.End());
        Assert.Equal([128, 130], [decoded.Bytes[0], decoded.Bytes[8]]);
        Assert.Contains("Huffman", Assert.Single(decoded.Warnings));
    }

    [Fact]
    public void Tables_may_change_between_scans()
    {
        var encoder = new ReferenceDctEncoder { Rows = 8, Columns = 8, Sampling = [(1, 1), (1, 1), (1, 1)] };
        int[][,][] blocks = encoder.MakeBlocks((component, _, _) => [80 * component, .. new int[63]]);
        byte[] stream = encoder.EncodeSequential(blocks, isInterleaved: false);
        int last = JpegStream.FindLast(stream, 0xDA);
        byte[] other = [.. stream[..last], .. new JpegStream().Quantization(2).Bytes.Skip(2), .. stream[last..]];
        Assert.Equal([128, 138, 168], Decoded.From(other).Samples.Take(3));
    }

    [Fact]
    public void A_missing_component_is_0_with_a_warning()
    {
        var encoder = new ReferenceDctEncoder { Rows = 8, Columns = 8, Sampling = [(1, 1), (1, 1), (1, 1)] };
        byte[] stream = encoder.EncodeSequential(encoder.MakeBlocks((_, _, _) => [8, .. new int[63]]), isInterleaved: false);
        int last = JpegStream.FindLast(stream, 0xDA);
        Decoded decoded = Decoded.From([.. stream[..last], 0xFF, 0xD9]);
        Assert.Equal([129, 129, 0], decoded.Samples.Take(3));
        Assert.Contains("scan", Assert.Single(decoded.Warnings));
    }

    [Theory]
    [InlineData(0xC9, "arithmetic")]
    [InlineData(0xCA, "arithmetic")]
    [InlineData(0xC5, "hierarchical")]
    public void Processes_that_are_not_decoded_are_named(int process, string word)
    {
        byte[] stream = (byte[])_stream.Clone();
        stream[JpegStream.Find(stream, 0xC1) + 1] = (byte)process;
        DicomException fault = Assert.Throws<DicomException>(() => new JpegDecoder().Inspect(stream));
        Assert.Equal(DicomErrorReason.InvalidCodestream, fault.Reason);
        Assert.Contains(word, fault.Detail);
    }

    [Fact]
    public void What_is_no_JPEG_is_an_error_that_says_so()
    {
        Assert.Contains("SOI", Assert.Throws<DicomException>(() => new JpegDecoder().Inspect(new byte[500])).Detail);
        Assert.Contains("frame header", Assert.Throws<DicomException>(() => new JpegDecoder().Inspect([0xFF, 0xD8, 0xFF, 0xD9])).Detail);
    }

    [Fact]
    public void A_frame_of_another_size_is_an_error()
    {
        var shape = new FrameShape(24, 25, 1, 1);
        Assert.Throws<DicomException>(() => new JpegDecoder().Decode(_stream, shape, new byte[24 * 25], []));
    }

    [Fact]
    public void Samples_that_do_not_fit_are_an_error() =>
        Assert.Contains("12 bits", Assert.Throws<DicomException>(() => Decoded.From(
            new ReferenceLosslessEncoder { Rows = 1, Columns = 1, Precision = 12 }.Encode([5]), bytesPerSample: 1)).Detail);

    [Theory]
    [InlineData(null, null, "RGB", false)]
    [InlineData(null, null, "\u0001\u0002\u0003", null)]
    [InlineData(0, null, "\u0001\u0002\u0003", false)]
    [InlineData(1, null, "RGB", true)]
    [InlineData(null, "JFIF\0", "\u0001\u0002\u0003", true)]
    public void Color_is_what_the_stream_tells(int? adobeTransform, string? application, string identifiers, bool? isYbr)
    {
        var stream = new JpegStream();
        if (application is not null) stream.Segment(0xE0, [.. application.Select(c => (byte)c), 1, 2, 0, 0, 1, 0, 1, 0, 0]);
        if (adobeTransform is not null) stream.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, (byte)adobeTransform]);
        stream.Segment(0xC0, [8, 0, 8, 0, 8, 3, .. identifiers.SelectMany(c => new byte[] { (byte)c, 0x11, 0 })]);
        Assert.Equal(isYbr, new JpegDecoder().Inspect(stream.End()).IsYbr);
    }
}
