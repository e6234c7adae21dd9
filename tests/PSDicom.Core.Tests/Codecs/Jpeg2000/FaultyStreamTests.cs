using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Fuzz;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Errors of encoders and transfers, and unsupported parts of the standard.</summary>
public class FaultyStreamTests
{
    private static readonly PictureComponent[] Grey = [new(12, false)];

    [Fact]
    public void A_tile_part_without_length_goes_to_the_end() =>
        Jpeg2000DecoderTests.AssertLossless(new StreamOptions { HasZeroPsot = true, Tile = (20, 20) }, 40, 30, Grey);

    [Theory]
    [InlineData(-40)]
    [InlineData(7)]
    [InlineData(1 << 28)]
    public void A_wrong_length_of_the_last_tile_part_is_corrected(int error)
    {
        byte[] stream = Encode(new StreamOptions());
        int sot = Find(stream, 0xFF, 0x90, 0x00, 0x0A);
        int length = (stream[sot + 6] << 24) | (stream[sot + 7] << 16) | (stream[sot + 8] << 8) | stream[sot + 9];
        Put(stream, sot + 6, length + error);
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(stream);
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 40, 30, Grey), samples);
        Assert.Contains(warnings, warning => warning.Contains("declares"));
    }

    [Fact]
    public void A_missing_end_is_told_and_nothing_lost()
    {
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(Encode(new StreamOptions { HasEnd = false }));
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 40, 30, Grey), samples);
        Assert.Contains("end marker", Assert.Single(warnings));
    }

    [Fact]
    public void Bytes_around_the_codestream_do_no_harm()
    {
        byte[] stream = [0, 0, 0xFF, .. Encode(new StreamOptions()), 0, 0xFF, 0];
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(stream);
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 40, 30, Grey), samples);
        Assert.Empty(warnings);
    }

    [Fact]
    public void Of_a_cut_stream_what_is_there_is_decoded()
    {
        var options = new StreamOptions { Tile = (20, 30), Order = ProgressionOrder.ResolutionLayerComponentPosition };
        byte[] stream = Encode(options);
        int second = Find(stream, 0xFF, 0x90, 0x00, 0x0A, 0x00, 0x01);
        int[] expected = SampleImages.Expected(options, 40, 30, Grey);
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(stream[..second]);
        for (int i = 0; i < samples.Length; i++) Assert.Equal(i % 40 < 20 ? expected[i] : 0, samples[i]);
        Assert.Contains(warnings, warning => warning.Contains("1 of 2 tiles"));
        (samples, _, warnings) = SampleImages.Decode(stream[..(second + 80)]);
        for (int i = 0; i < samples.Length; i++) Assert.True(i % 40 >= 20 || expected[i] == samples[i]);
        Assert.Contains(samples.Where((_, i) => i % 40 >= 20), sample => sample != 0);
        Assert.Contains(warnings, warning => warning.Contains("Tile 1 "));
    }

    [Fact]
    public void Every_cut_gives_samples_or_an_error()
    {
        byte[] stream = Encode(new StreamOptions { Layers = 2, Tile = (16, 16), HasSop = true });
        int decoded = 0;
        for (int length = 0; length < stream.Length; length++)
        {
            try
            {
                Assert.NotEmpty(SampleImages.Decode(stream[..length]).Warnings);
                decoded++;
            }
            catch (DicomException exception)
            {
                Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
            }
        }

        Assert.InRange(decoded, stream.Length / 2, stream.Length - 100);
    }

    [Theory]
    [InlineData(0x74, "multiple component transforms (MCT)")]
    [InlineData(0x79, "arbitrary transform kernels (ATK)")]
    public void Extensions_of_part_2_are_named(int marker, string name)
    {
        List<byte> stream = [.. Encode(new StreamOptions())];
        stream.InsertRange(Find([.. stream], 0xFF, 0x52), [0xFF, (byte)marker, 0, 4, 1, 2]);
        DicomException exception = Assert.Throws<DicomException>(() => SampleImages.Decode([.. stream]));
        Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
        Assert.Contains(name, exception.Message);
    }

    [Fact]
    public void Markers_without_a_segment_are_passed_over()
    {
        List<byte> stream = [.. Encode(new StreamOptions())];
        stream.InsertRange(Find([.. stream], 0xFF, 0x52), [0xFF, 0x30]);
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 40, 30, Grey), SampleImages.Decode([.. stream]).Samples);
    }

    [Fact]
    public void A_frame_of_another_size_is_refused()
    {
        byte[] stream = Encode(new StreamOptions());
        var shape = new FrameShape(30, 41, 1, 2);
        DicomException exception = Assert.Throws<DicomException>(
            () => new Jpeg2000Decoder().Decode(stream, shape, new byte[shape.Length], []));
        Assert.Contains("40 x", exception.Message);
    }

    [Fact]
    public void Samples_that_do_not_fit_the_frame_are_refused()
    {
        DicomException exception = Assert.Throws<DicomException>(() => SampleImages.Decode(Encode(new StreamOptions()), bytesPerSample: 1));
        Assert.Contains("12 bits", exception.Message);
    }

    [Fact]
    public void A_frame_without_a_codestream_is_refused() =>
        Assert.Contains("SOC", Assert.Throws<DicomException>(() => SampleImages.Decode([1, 2, 3, 4])).Message);

    /// <summary>Streams of many kinds with a few bytes changed, set or cut off: samples or an error, never anything else.</summary>
    [Fact]
    public void Changed_bytes_give_samples_or_an_error()
    {
        byte[][] streams =
        [
            Encode(new StreamOptions { Tile = (16, 16), Layers = 3, HasManyTileParts = true, Precincts = (3, 3) }),
            Encode(new StreamOptions { Style = (BlockStyle)0x2F, HasOrderChange = true, HasMainPackedHeaders = true }),
            Encode(new StreamOptions { IsReversible = false, HasTilePackedHeaders = true, Offset = (5, 3), RegionShift = 3 }),
            HighThroughputStream.Bytes(),
        ];
        int decoded = 0, refused = 0;
        for (int seed = 0; seed < 800; seed++)
        {
            var random = new Random(seed);
            byte[] stream = (byte[])streams[seed % streams.Length].Clone();
            FrameShape shape = seed % streams.Length == 3 ? new FrameShape(17, 23, 1, 2) : new FrameShape(30, 40, 1, 2);
            int limit = random.Next(2) == 0 ? 120 : stream.Length;
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                ref byte changed = ref stream[random.Next(limit)];
                changed = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(changed ^ (1 << random.Next(8)));
            }

            if (random.Next(4) == 0) stream = stream[..random.Next(stream.Length)];
            try
            {
                OneOrMany.Decode(new Jpeg2000Decoder(), stream, shape, new byte[shape.Length], []);
                decoded++;
            }
            catch (DicomException exception)
            {
                Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
                refused++;
            }
        }

        Assert.True(decoded > 100 && refused > 100, $"{decoded} decoded, {refused} refused");
    }

    private static byte[] Encode(StreamOptions options) => new ReferenceJpeg2000Encoder(options, 40, 30, Grey).Encode(SampleImages.Sample(Grey));

    private static int Find(byte[] stream, params byte[] bytes) => stream.AsSpan().IndexOf(bytes);

    private static void Put(byte[] stream, int at, int value)
    {
        for (int i = 3; i >= 0; i--, value >>= 8) stream[at + i] = (byte)value;
    }
}
