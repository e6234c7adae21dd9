using PSDicom.Codecs;
using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>Truncated and damaged frames, with and without restart intervals.</summary>
public class JpegLsDamageTests
{
    private const int Interval = 5;
    private static readonly int[][,] Color = SampleImages.Make(43, 60, 3, 255);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Restart_intervals_are_decoded(int interleave)
    {
        byte[] frame = WithRestarts(interleave, out _);
        Assert.Equal(SampleImages.Bytes(interleave == 0 ? [Color[0]] : Color, 1), JpegLsTesting.Decode(frame));
    }

    [Fact]
    public void A_lost_interval_is_0_and_the_others_are_there()
    {
        byte[] frame = WithRestarts(2, out List<Range> intervals);
        Range lost = intervals[3];
        byte[] cut = [.. frame[..(lost.Start.Value - 2)], .. frame[lost.End.Value..]];
        byte[] expected = SampleImages.Bytes(Color, 1);
        expected.AsSpan(3 * Interval * 180, Interval * 180).Clear();
        Assert.Equal(expected, JpegLsTesting.Decode(cut, "5 of its 43 lines are missing"));
    }

    [Fact]
    public void A_damaged_interval_ends_at_the_next_restart()
    {
        byte[] frame = WithRestarts(1, out List<Range> intervals);
        frame.AsSpan()[intervals[2]].Clear();
        byte[] decoded = JpegLsTesting.Decode(frame, "5 of its 43 lines are missing");
        byte[] expected = SampleImages.Bytes(Color, 1);
        Assert.Equal(expected[..(10 * 180)], decoded[..(10 * 180)]);
        Assert.Equal(expected[(15 * 180)..], decoded[(15 * 180)..]);
        Assert.All(decoded[(11 * 180)..(15 * 180)], value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cut_frame_gives_the_lines_before_the_cut(int interleave)
    {
        byte[] frame = JpegLsStream.Image(Color, 8, interleave: interleave);
        byte[] expected = SampleImages.Bytes(Color, 1);
        byte[] pixels = new byte[expected.Length];
        for (int length = frame.Length - 3; length > 0; length -= 61)
        {
            var warnings = new List<string>();
            try
            {
                new JpegLsDecoder().Decode(frame.AsMemory(0, length), new FrameShape(43, 60, 3, 1), pixels, warnings);
                Assert.NotEmpty(warnings);
            }
            catch (DicomException exception)
            {
                Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
                Assert.True(length < 700, $"Nothing was decoded of {length} bytes.");
                continue;
            }

            // Samples other than 0 are correct, except for the one whose code was cut.
            int wrong = Enumerable.Range(0, pixels.Length).Count(i => pixels[i] != 0 && pixels[i] != expected[i]);
            Assert.InRange(wrong, 0, 1);
        }
    }

    [Fact]
    public void A_missing_component_is_0()
    {
        byte[] frame = new JpegLsStream().Frame(8, 43, 60, 3).Scan([Color[0]], 8).Scan([Color[1]], 8, first: 1).End();
        Assert.Equal(SampleImages.Bytes([Color[0], Color[1], new int[43, 60]], 1), JpegLsTesting.Decode(frame, "1 of 3 components"));
    }

    [Fact]
    public void Rubbish_after_a_scan_does_not_lose_it()
    {
        byte[] frame = new JpegLsStream().Frame(8, 43, 60, 3).Scan([Color[0]], 8).Segment(0xF8, 9, 9).End();
        Assert.Equal(
            SampleImages.Bytes([Color[0], new int[43, 60], new int[43, 60]], 1), JpegLsTesting.Decode(frame, "damaged from scan 1 on", "2 of 3 components"));
    }

    [Fact]
    public void Dimensions_that_change_between_scans_are_ignored()
    {
        byte[] frame = new JpegLsStream().Frame(8, 43, 60, 3)
            .Scan([Color[0]], 8).Segment(0xF8, 4, 2, 0, 200, 4, 0).Scan([Color[1], Color[2]], 8, interleave: 2, first: 1).End();
        Assert.Equal(SampleImages.Bytes(Color, 1), JpegLsTesting.Decode(frame));
    }

    [Fact]
    public void Mutated_frames_give_pixels_or_one_clear_error()
    {
        int[][,] deep = SampleImages.Make(30, 40, 1, 65535);
        byte[][] frames =
        [
            JpegLsStream.Image(Color, 8), JpegLsStream.Image(Color, 8, interleave: 1), JpegLsStream.Image(SampleImages.Copy(Color), 8, 3, 2),
            JpegLsStream.Image(deep, 16), JpegLsStream.Image(SampleImages.Copy(deep), 16, 9), WithRestarts(2, out _),
        ];
        var random = new Random(1);
        int decoded = 0;
        for (int i = 0; i < 1500; i++)
        {
            byte[] frame = frames[i % frames.Length];
            byte[] mutated = frame[..(i % 2 == 0 ? frame.Length : random.Next(frame.Length))];
            int reach = i % 3 == 0 ? Math.Min(40, mutated.Length) : mutated.Length;
            for (int n = random.Next(6); n >= 0 && reach > 0; n--) mutated[random.Next(reach)] = (byte)random.Next(256);
            try
            {
                CodestreamInfo info = new JpegLsDecoder().Inspect(mutated);
                var shape = new FrameShape(info.Rows, info.Columns, info.SamplesPerPixel, 2);
                if (shape.Length > 4_000_000) continue;
                new JpegLsDecoder().Decode(mutated, shape, new byte[shape.Length], []);
                decoded++;
            }
            catch (DicomException exception)
            {
                Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
            }
        }

        Assert.InRange(decoded, 500, 1499);
    }

    private static byte[] WithRestarts(int interleave, out List<Range> intervals)
    {
        int[][,] planes = interleave == 0 ? [Color[0]] : Color;
        JpegLsCodingParameters parameters = JpegLsCodingParameters.Create(default, 8, 0, ThresholdRule.Standard, 0);
        JpegLsStream stream = new JpegLsStream().Frame(8, 43, 60, planes.Length).Segment(0xDD, 0, Interval).ScanHeader(planes.Length, 0, interleave);
        intervals = [];
        for (int first = 0; first < 43; first += Interval)
        {
            int start = stream.Bytes.Length;
            stream.Raw(ReferenceJpegLsEncoder.Encode(SampleImages.Rows(planes, first, Math.Min(Interval, 43 - first)), interleave, parameters));
            intervals.Add(start..stream.Bytes.Length);
            if (first + Interval < 43) stream.Raw(0xFF, (byte)(0xD0 + (first / Interval % 8)));
        }

        return stream.End();
    }
}
