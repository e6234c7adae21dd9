using System.Buffers.Binary;
using PSDicom.Codecs;
using PSDicom.Codecs.Rle;

namespace PSDicom.Core.Tests.Codecs.Rle;

public class RleDecoderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 1)]
    [InlineData(15, 1)]
    public void Samples_of_any_width_come_back(int samples, int bytesPerSample)
    {
        byte[] pixels = Pixels(61 * 83 * samples * bytesPerSample);
        Assert.Equal(pixels, Decode(ReferenceRleEncoder.Encode(pixels, samples, bytesPerSample), new FrameShape(61, 83, samples, bytesPerSample)));
    }

    [Fact]
    public void Runs_and_literals_of_every_length_come_back_over_block_borders()
    {
        var bytes = new List<byte>();
        for (int length = 1; length <= 300; length++)
        {
            bytes.AddRange(Enumerable.Repeat((byte)length, length));
            for (int i = 0; i < length; i++) bytes.Add((byte)((i * 7) + length));
        }

        byte[] pixels = [.. bytes];
        Assert.Equal(pixels, Decode(ReferenceRleEncoder.Encode(pixels, 1, 1), new FrameShape(1, pixels.Length, 1, 1)));
        Assert.Equal(pixels, Decode(ReferenceRleEncoder.Encode(pixels, 1, 2), new FrameShape(1, pixels.Length / 2, 1, 2)));
    }

    [Fact]
    public void Empty_packets_and_what_follows_the_last_pixel_are_passed_over()
    {
        byte[] segment = [0x80, 1, 7, 8, 0x80, 0xFF, 9, 5, 1, 2, 3, 4, 5, 6];
        Assert.Equal([7, 8, 9, 9], Decode(ReferenceRleEncoder.Join(segment), new FrameShape(2, 2, 1, 1)));
    }

    [Fact]
    public void A_frame_without_its_last_padding_is_whole()
    {
        byte[] pixels = [1, 2, 3, 4];
        byte[] frame = ReferenceRleEncoder.Encode(pixels, 1, 1);
        Assert.Equal(64 + 6, frame.Length);
        Assert.Equal(pixels, Decode(frame[..^1], new FrameShape(2, 2, 1, 1)));
    }

    [Theory]
    [InlineData(0, "declares 0 segments")]
    [InlineData(1, "declares 1 segments")]
    [InlineData(9, "declares 9 segments")]
    [InlineData(-1, "declares 4294967295 segments")]
    public void A_wrong_count_of_segments_is_a_warning(int count, string warning)
    {
        byte[] pixels = Pixels(400);
        byte[] frame = ReferenceRleEncoder.Encode(pixels, 1, 2);
        BinaryPrimitives.WriteInt32LittleEndian(frame, count);
        Assert.Equal(pixels, Decode(frame, new FrameShape(10, 20, 1, 2), warning));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 7)]
    [InlineData(1, 0)]
    [InlineData(1, 64)]
    [InlineData(1, int.MaxValue)]
    [InlineData(2, 100_000)]
    [InlineData(2, -1)]
    public void An_offset_that_cannot_be_true_follows_from_the_segment_before(int segment, int offset)
    {
        byte[] pixels = Pixels(600);
        byte[] frame = ReferenceRleEncoder.Encode(pixels, 3, 1);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4 + (segment * 4)), offset);
        Assert.Equal(pixels, Decode(frame, new FrameShape(10, 20, 3, 1), "1 of 3 offsets"));
    }

    [Fact]
    public void More_segments_than_the_pixels_have_bytes_are_ignored()
    {
        byte[] frame = ReferenceRleEncoder.Join(ReferenceRleEncoder.Pack([1, 2, 3, 4]), ReferenceRleEncoder.Pack([5, 6, 7, 8]));
        Assert.Equal([1, 2, 3, 4], Decode(frame, new FrameShape(2, 2, 1, 1), "declares 2 segments"));
    }

    [Fact]
    public void What_a_short_segment_does_not_have_is_0()
    {
        byte[] frame = ReferenceRleEncoder.Join(ReferenceRleEncoder.Pack([1, 2]), ReferenceRleEncoder.Pack([5, 6, 7, 8]));
        Assert.Equal([5, 1, 6, 2, 7, 0, 8, 0], Decode(frame, new FrameShape(2, 2, 1, 2), "RLE segment 1 of 2 has 2 of 4 bytes; the rest is 0."));
    }

    [Fact]
    public void A_cut_literal_gives_what_is_there()
    {
        byte[] frame = ReferenceRleEncoder.Join([7, 1, 2, 3]);
        Assert.Equal([1, 2, 3, 0, 0, 0, 0, 0], Decode(frame, new FrameShape(2, 4, 1, 1), "has 3 of 8 bytes"));
    }

    [Fact]
    public void A_missing_segment_is_0()
    {
        byte[] frame = ReferenceRleEncoder.Join(ReferenceRleEncoder.Pack([1, 2, 3, 4]));
        Assert.Equal(
            [0, 1, 0, 2, 0, 3, 0, 4],
            Decode(frame, new FrameShape(2, 2, 1, 2), "declares 1 segments", "1 of 2 offsets", "RLE segment 2 of 2 has 0 of 4 bytes"));
    }

    [Fact]
    public void A_frame_without_header_or_data_is_an_error()
    {
        Assert.Contains("63 bytes", Refuse(new byte[63], new FrameShape(2, 2, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("no data", Refuse(ReferenceRleEncoder.Join([]), new FrameShape(2, 2, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("at most 15", Refuse(new byte[99], new FrameShape(2, 2, 4, 4)), StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_frames_give_pixels_or_one_clear_error()
    {
        byte[] pixels = Pixels(40 * 50 * 6);
        byte[] frame = ReferenceRleEncoder.Encode(pixels, 3, 2);
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            byte[] mutated = frame[..(i % 2 == 0 ? frame.Length : random.Next(frame.Length))];
            for (int n = random.Next(8); n >= 0 && mutated.Length > 0; n--) mutated[random.Next(i % 3 == 0 ? Math.Min(64, mutated.Length) : mutated.Length)] = (byte)random.Next(256);
            try
            {
                new RleDecoder().Decode(mutated, new FrameShape(40, 50, 3, 2), new byte[pixels.Length], []);
            }
            catch (DicomException exception)
            {
                Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
            }
        }
    }

    private static byte[] Pixels(int length)
    {
        var random = new Random(length);
        var pixels = new byte[length];
        for (int i = 0; i < length;)
        {
            int run = Math.Min(length - i, random.Next(1, 40));
            if (random.Next(2) == 0) random.NextBytes(pixels.AsSpan(i, run));
            else pixels.AsSpan(i, run).Fill((byte)random.Next(256));
            i += run;
        }

        return pixels;
    }

    private static byte[] Decode(byte[] frame, FrameShape shape, params string[] expectedWarnings)
    {
        // Earlier content of the memory must not remain.
        byte[] pixels = Enumerable.Repeat((byte)0xAA, (int)shape.Length).ToArray();
        var warnings = new List<string>();
        new RleDecoder().Decode(frame, shape, pixels, warnings);
        Assert.Equal(expectedWarnings.Length, warnings.Count);
        for (int i = 0; i < warnings.Count; i++) Assert.Contains(expectedWarnings[i], warnings[i], StringComparison.Ordinal);
        return pixels;
    }

    private static string Refuse(byte[] frame, FrameShape shape)
    {
        DicomException exception = Assert.Throws<DicomException>(() => new RleDecoder().Decode(frame, shape, new byte[shape.Length], []));
        Assert.Equal(DicomErrorReason.InvalidCodestream, exception.Reason);
        return exception.Message;
    }
}
