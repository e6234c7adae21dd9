using PSDicom.Frames.Transcoding;

namespace PSDicom.Core.Tests.Frames.Transcoding;

public class JpegLosslessStreamTests
{
    private static readonly byte[] Frame = [0xFF, 0xC3, 0, 11, 12, 0, 1, 0, 1, 1, 1, 0x11, 0];

    [Fact]
    public void The_predictor_of_every_scan_counts()
    {
        Assert.True(JpegLosslessStream.IsFirstOrder([0xFF, 0xD8, .. Frame, .. Scan(1), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9]));
        Assert.False(JpegLosslessStream.IsFirstOrder([0xFF, 0xD8, .. Frame, .. Scan(4), 0x12, 0xFF, 0xD9]));
        Assert.False(JpegLosslessStream.IsFirstOrder([0xFF, 0xD8, .. Frame, .. Scan(1), 0x12, 0xFF, 0xD0, 0x13, .. Scan(2), 0x34, 0xFF, 0xD9]));
    }

    [Fact]
    public void Other_streams_and_damaged_ones_are_not_of_the_first_order()
    {
        Assert.False(JpegLosslessStream.IsFirstOrder([]));
        Assert.False(JpegLosslessStream.IsFirstOrder([0xFF, 0xD8, .. Frame, 0xFF, 0xD9]));
        Assert.False(JpegLosslessStream.IsFirstOrder([0xFF, 0xD8, .. Scan(1), 0x12, 0xFF, 0xD9]));
        byte[] stream = [0xFF, 0xD8, .. Frame, .. Scan(1)];
        for (int length = 0; length < stream.Length; length++) Assert.False(JpegLosslessStream.IsFirstOrder(stream.AsSpan(0, length)));
    }

    private static byte[] Scan(byte predictor) => [0xFF, 0xDA, 0, 8, 1, 1, 0, predictor, 0, 0];
}
