using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>The size that a frame may declare for the number of its bytes.</summary>
public class FrameSizeTests
{
    [Theory]
    [InlineData(8192, 8192, 1, 2, 20)] // blank, of the size that is always allowed
    [InlineData(40000, 40000, 1, 1, 1_562_500)] // large, and compressed 1024 times
    [InlineData(65535, 1, 3, 2, 0)]
    public void Images_are_decoded(int rows, int columns, int samples, int bytes, long compressed) =>
        FrameSize.Check(new FrameShape(rows, columns, samples, bytes), compressed);

    [Theory]
    [InlineData(8193, 8192, 1, 2, 20, DicomErrorReason.FrameTooLarge)]
    [InlineData(40000, 40000, 1, 1, 1_562_000, DicomErrorReason.FrameTooLarge)]
    [InlineData(60000, 60000, 1, 1, 100, DicomErrorReason.ValueTooLarge)]
    [InlineData(1 << 30, 1 << 30, 16384, 4, 1 << 30, DicomErrorReason.ValueTooLarge)] // more than 64 bits can count
    public void Claims_are_refused(int rows, int columns, int samples, int bytes, long compressed, DicomErrorReason reason) =>
        Assert.Equal(reason, Assert.Throws<DicomException>(() => FrameSize.Check(new FrameShape(rows, columns, samples, bytes), compressed)).Reason);
}
