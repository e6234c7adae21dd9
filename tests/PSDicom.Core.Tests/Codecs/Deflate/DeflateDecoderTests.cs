using PSDicom.Codecs;
using PSDicom.Codecs.Deflate;

namespace PSDicom.Core.Tests.Codecs.Deflate;

/// <summary>Deflated Image Frame Compression (PS3.5 section A.4.13).</summary>
public class DeflateDecoderTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * i / 7))];

    [Fact]
    public void A_frame_is_inflated() => Assert.Equal(Bytes, Decode(DatasetBuilder.Deflate(Bytes), new byte[Bytes.Length]));

    [Fact]
    public void So_is_one_that_zlib_has_wrapped() =>
        Assert.Equal(Bytes, Decode([0x78, 0x9C, .. DatasetBuilder.Deflate(Bytes), 0, 0, 0, 0], new byte[Bytes.Length]));

    [Fact]
    public void What_a_frame_has_beyond_its_pixels_is_ignored() =>
        Assert.Equal(Bytes.Take(600), Decode(DatasetBuilder.Deflate(Bytes), new byte[600]));

    [Fact]
    public void Memory_may_be_a_part_of_an_array()
    {
        var memory = new byte[Bytes.Length + 8];
        Decode(DatasetBuilder.Deflate(Bytes), memory.AsMemory(4, Bytes.Length));
        Assert.Equal([0, 0, 0, 0, .. Bytes, 0, 0, 0, 0], memory);
    }

    [Fact]
    public void A_truncated_frame_has_a_warning_and_zeros()
    {
        byte[] frame = DatasetBuilder.Deflate(Bytes), decoded = [.. Enumerable.Repeat((byte)9, Bytes.Length)];
        var warnings = new List<string>();
        new DeflateDecoder().Decode(frame.AsMemory(0, frame.Length / 2), new FrameShape(1, decoded.Length, 1, 1), decoded, warnings);
        int count = Enumerable.Range(0, Bytes.Length).First(i => !Bytes.Take(i + 1).SequenceEqual(decoded.Take(i + 1)));
        Assert.InRange(count, 100, 900);
        Assert.All(decoded.Skip(count), value => Assert.Equal(0, value));
        Assert.Contains(" of 1000 bytes", Assert.Single(warnings), StringComparison.Ordinal);
    }

    private static byte[] Decode(byte[] frame, Memory<byte> destination)
    {
        var warnings = new List<string>();
        new DeflateDecoder().Decode(frame, new FrameShape(1, destination.Length, 1, 1), destination, warnings);
        Assert.Empty(warnings);
        return destination.ToArray();
    }
}
