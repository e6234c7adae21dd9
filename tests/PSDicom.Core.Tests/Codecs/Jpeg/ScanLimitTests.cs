namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class ScanLimitTests
{
    [Theory]
    [InlineData(DicomLimits.MaxScans, false)]
    [InlineData(DicomLimits.MaxScans + 1, true)]
    [InlineData(10 * DicomLimits.MaxScans, true)]
    public void Scans_beyond_the_limit_are_left_out(int scans, bool isWarned)
    {
        var encoder = new ReferenceDctEncoder { Rows = 8, Columns = 8, Sampling = [(1, 1)] };
        byte[] stream = encoder.EncodeProgressive(encoder.MakeBlocks((_, _, _) => [100, 30, -20, .. new int[61]]), isRefined: false);
        int ofStream = Positions(stream).Length, last = Positions(stream)[^1];
        Decoded expected = Decoded.From(stream);

        // The last scan, repeated.
        byte[] scan = stream[last..^2];
        byte[] many = [.. stream[..^2], .. Enumerable.Repeat(scan, scans - ofStream).SelectMany(bytes => bytes), .. stream[^2..]];
        Assert.Equal(scans, Positions(many).Length);
        Decoded decoded = Decoded.From(many);
        Assert.Equal(expected.Bytes, decoded.Bytes);
        if (isWarned) Assert.Contains($"more than {DicomLimits.MaxScans} scans", Assert.Single(decoded.Warnings), StringComparison.Ordinal);
        else Assert.Empty(decoded.Warnings);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(150, true)]
    public void Scans_that_go_over_the_pixels_more_often_than_their_bytes_are_worth_are_left_out(int scans, bool isWarned)
    {
        var encoder = new ReferenceDctEncoder { Rows = 512, Columns = 512, Sampling = [(1, 1)] };
        byte[] stream = encoder.EncodeProgressive(encoder.MakeBlocks((_, _, _) => [100, .. new int[63]]), isRefined: false);
        int ofStream = Positions(stream).Length, last = Positions(stream)[^1];

        // The last scan, of which there are only the first blocks.
        byte[] scan = stream[last..(last + 14)];
        byte[] many = [.. stream[..^2], .. Enumerable.Repeat(scan, scans - ofStream).SelectMany(bytes => bytes), .. stream[^2..]];
        Assert.Equal(isWarned, Decoded.From(many).Warnings.Any(warning => warning.Contains("too many scans for its size", StringComparison.Ordinal)));
    }

    /// <summary>The positions of scan headers.</summary>
    private static int[] Positions(byte[] stream) =>
        [.. Enumerable.Range(0, stream.Length - 1).Where(i => stream[i] == 0xFF && stream[i + 1] == 0xDA)];
}
