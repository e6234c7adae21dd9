using System.Buffers.Binary;
using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Core.Tests.Codecs.Jpeg2000;
using PSDicom.Core.Tests.Codecs.JpegLs;
using PSDicom.Frames;

namespace PSDicom.Core.Tests.Frames;

/// <summary>Frames whose declared size contradicts their bytes.</summary>
public class HostileFrameTests
{
    private const int Claimed = 40_000;
    private const long MaxMemory = 4L << 20;

    public static TheoryData<string> Syntaxes => [.. Frames.Keys];

    private static Dictionary<string, Func<byte[]>> Frames { get; } = new()
    {
        ["1.2.840.10008.1.2.4.50"] = Jpeg,
        ["1.2.840.10008.1.2.4.80"] = JpegLs,
        ["1.2.840.10008.1.2.4.90"] = Jpeg2000,
        [FrameImage.Rle] = () => FrameImage.EncodeRle(1, 2, 3, 4),
        [FrameImage.DeflatedFrames] = () => DatasetBuilder.Deflate(new byte[1000]),
        [FrameImage.EncapsulatedUncompressed] = () => [1, 2, 3, 4],
    };

    [Theory]
    [MemberData(nameof(Syntaxes))]
    public void Memory_is_not_taken_for_what_a_compressed_frame_claims(string syntax)
    {
        byte[] frame = Frames[syntax]();
        byte[] file = new DatasetBuilder().Describe(Claimed, Claimed, 8)
            .WithFragments(FrameImage.PixelData, [], frame.Length % 2 == 0 ? frame : [.. frame, 0]).ToFile(syntax);
        AssertTooLarge(file);
    }

    [Fact]
    public void Nor_for_single_bits_that_would_become_bytes() => AssertTooLarge(
        new DatasetBuilder().Describe(Claimed, Claimed, 1).WithHeader(FrameImage.PixelData, "OB", 200_000_000).WithBytes(new byte[1000]).ToFile());

    [Fact]
    public void Nor_for_many_samples_of_a_pixel() => AssertTooLarge(
        new DatasetBuilder().Describe(20, 1000, 1, samples: 65_535).WithValue(FrameImage.PixelData, "OB", new byte[1000]).ToFile());

    [Fact]
    public void One_codestream_is_one_frame_however_many_are_declared()
    {
        byte[] file = new DatasetBuilder().Describe(16, 16, 8, frames: int.MaxValue)
            .WithValue(FrameImage.PixelData, "OB", Encode()).ToFile(DatasetBuilder.JpegBaseline);
        DicomFrame frame = Assert.Single(FrameReader.Read(DicomFile.Open(file), null, null, default));
        Assert.Contains("hold 1 frame", Assert.Single(frame.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_missing_in_a_codestream_are_those_of_the_data_set()
    {
        byte[] frame = JpegLsFrame();
        frame[JpegStream.Find(frame, 0xF7) + 5] = frame[JpegStream.Find(frame, 0xF7) + 6] = 0;
        byte[] file = new DatasetBuilder().Describe(20, 30, 8)
            .WithFragments(FrameImage.PixelData, [], frame.Length % 2 == 0 ? frame : [.. frame, 0]).ToFile("1.2.840.10008.1.2.4.80");
        DicomFrame read = Assert.Single(FrameReader.Read(DicomFile.Open(file), null, null, default));
        Assert.Equal((20, 600), (read.Rows, read.GetPixels().Length));
        Assert.Empty(read.Warnings);
    }

    private static void AssertTooLarge(byte[] file)
    {
        DicomFile read = DicomFile.Open(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DicomException exception = Assert.Throws<DicomException>(() => FrameReader.Read(read, null, null, default).First());
        Assert.Equal(DicomErrorReason.FrameTooLarge, exception.Reason);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < MaxMemory, $"{allocated} bytes");
    }

    private static byte[] Jpeg()
    {
        byte[] frame = Encode();
        SetSize(frame.AsSpan(JpegStream.Find(frame, 0xC0) + 5));
        return frame;
    }

    private static byte[] Encode()
    {
        var encoder = new ReferenceDctEncoder { Rows = 16, Columns = 16 };
        return encoder.EncodeSequential(encoder.MakeBlocks((_, _, _) => new int[64]), JpegStream.SOF0);
    }

    private static byte[] JpegLsFrame() => JpegLsStream.Image(PSDicom.Core.Tests.Codecs.JpegLs.SampleImages.Make(20, 30, 1, 255), 8);

    private static byte[] JpegLs()
    {
        byte[] frame = JpegLsFrame();
        SetSize(frame.AsSpan(JpegStream.Find(frame, 0xF7) + 5));
        return frame;
    }

    private static byte[] Jpeg2000()
    {
        PictureComponent[] grey = [new(8, false)];
        byte[] frame = new ReferenceJpeg2000Encoder(new StreamOptions(), 16, 16, grey).Encode((_, _, _) => 0);
        Span<byte> size = frame.AsSpan(JpegStream.Find(frame, 0x51) + 6);
        foreach (int at in new[] { 0, 4, 16, 20 }) BinaryPrimitives.WriteInt32BigEndian(size[at..], Claimed);
        return frame;
    }

    private static void SetSize(Span<byte> lines)
    {
        BinaryPrimitives.WriteUInt16BigEndian(lines, Claimed);
        BinaryPrimitives.WriteUInt16BigEndian(lines[2..], Claimed);
    }
}
