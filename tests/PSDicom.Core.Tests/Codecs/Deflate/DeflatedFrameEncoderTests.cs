using PSDicom.Codecs;
using PSDicom.Codecs.Deflate;

namespace PSDicom.Core.Tests.Codecs.Deflate;

public class DeflatedFrameEncoderTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(3, 8)]
    public void Bytes_come_back(int samples, int bits)
    {
        foreach (TestFrame frame in TestFrame.All(samples, bits, false)) AssertComesBack(frame.Samples, frame.Format);
    }

    [Fact]
    public void Packed_bits_and_large_frames_come_back()
    {
        byte[] packed = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i / 1000 % 3 == 0 ? 0xFF : i * i >> 12))];
        FrameFormat format = TestFrame.Make(1, 1, 1, 8, false, (_, _, _) => 0).Format;
        AssertComesBack(packed, format with { Shape = new FrameShape(1, packed.Length, 1, 1), BitsAllocated = 1, BitsStored = 1 });
    }

    [Fact]
    public void Floating_point_numbers_are_refused() =>
        EncoderRefusal.Check(new DeflatedFrameEncoder(), "MONOCHROME2", 1, 32, 32, false, "floating-point", isFloat: true);

    private static void AssertComesBack(byte[] bytes, FrameFormat format)
    {
        var target = new EncodedBytes();
        // Not a whole array.
        new DeflatedFrameEncoder().Encode(new byte[] { 1 }.Concat(bytes).ToArray().AsMemory(1), format, FrameEncodingOptions.Default, target);
        byte[] decoded = new byte[bytes.Length];
        var warnings = new List<string>();
        new DeflateDecoder().Decode(target.Memory, format.Shape, decoded, warnings);
        Assert.Empty(warnings);
        Assert.Equal(bytes, decoded);
    }
}
