using PSDicom.Core.Tests.Frames;
using PSDicom.IO.Reading;
using PSDicom.IO.Sources;

namespace PSDicom.Core.Tests.IO;

public class FragmentReaderTests
{
    [Fact]
    public void Whenever_the_work_is_ended_nothing_more_is_read()
    {
        byte[][] items = [[], .. Enumerable.Repeat(new byte[2000], 50)];
        byte[] file = new DatasetBuilder().WithFragments(FrameImage.PixelData, items).ToFile(FrameImage.EncapsulatedUncompressed);
        var tag = new DicomTag(FrameImage.PixelData);
        long start = DicomFile.Open(file).Find(tag)!.Offset;
        int at = 0;
        while (true)
        {
            using var cancellation = new CancellationTokenSource();
            using var source = new FaultySource(file, Fault.Stalls, ++at, cancellation);
            Exception? exception = Record.Exception(() => FragmentReader.Read(source, tag, start, false, cancellation.Token));
            if (exception is null) break;
            Assert.IsType<OperationCanceledException>(exception);
            Assert.InRange(source.Calls, at, at + 1);
        }

        Assert.True(at >= 50);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(8, "The file ends before the encapsulated value of (7FE0,0010) does")]
    [InlineData(12, "The file ends within the value of (7FE0,0010): 10 bytes are declared, 6 are present")]
    public void Problems_have_warnings(int missing, string? warning)
    {
        byte[] file = new DatasetBuilder().WithFragments(FrameImage.PixelData, [], new byte[10]).ToFile(FrameImage.EncapsulatedUncompressed);
        byte[] cut = file[..^missing];
        var tag = new DicomTag(FrameImage.PixelData);
        DicomFile whole = DicomFile.Open(cut);
        using var source = new MemoryByteSource(cut);
        string? found = FragmentReader.Read(source, tag, whole.Find(tag)!.Offset, false, CancellationToken.None).Warnings.SingleOrDefault()?.Message;
        Assert.Equal(whole.Warnings.SingleOrDefault()?.Message, found);
        if (warning is null) Assert.Null(found);
        else Assert.StartsWith(warning, found, StringComparison.Ordinal);
    }
}
