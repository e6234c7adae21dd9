using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;

namespace PSDicom.Core.Tests;

/// <summary>Limits that only large files reach, from the file to the error. Other limits are tested where they are enforced.</summary>
public class DicomLimitsTests
{
    private const uint PixelData = FrameImage.PixelData;

    [Fact]
    public void A_deflated_data_set_that_inflates_beyond_the_limit_is_refused()
    {
        byte[] dataset = DatasetBuilder.Deflate(new byte[DicomLimits.MinimumInflated + 1]);
        Assert.InRange(dataset.Length, 1, DicomLimits.MinimumInflated / DicomLimits.MaxInflatedPerByte);
        using var file = new TemporaryFile([.. DatasetBuilder.Preamble(), .. DatasetBuilder.Meta(DatasetBuilder.DeflatedLittleEndian), .. dataset]);
        foreach (Action open in new Action[] { () => DicomFile.Open(file.Path), () => FrameCounter.Count(file.Path, null, default) })
        {
            DicomException exception = Assert.Throws<DicomException>(open);
            Assert.Equal((DicomErrorReason.InflatesTooLarge, file.Path), (exception.Reason, exception.Path));
        }
    }

    [Fact]
    public void A_value_larger_than_an_array_is_refused_when_it_is_asked_for()
    {
        byte[] header = new DatasetBuilder().With(0x0010_0020, "LO", "P1").WithHeader(0x0042_0011, "OB", 3_000_000_000).ToFile();
        using TemporaryFile file = Sparse(header, (header.Length + 3_000_000_000, []));
        DicomFile read = DicomFile.Open(file.Path);
        Assert.Equal("P1", read.Find(new DicomTag(0x0010_0020))!.Value);
        DicomException exception = Assert.Throws<DicomException>(() => read.Find(new DicomTag(0x0042_0011))!.Value);
        Assert.Equal(DicomErrorReason.ValueTooLarge, exception.Reason);
    }

    [Fact]
    public void Fragments_of_a_frame_larger_than_an_array_are_refused()
    {
        const uint Length = 1_500_000_000;
        byte[] item = [0xFE, 0xFF, 0x00, 0xE0, .. BitConverter.GetBytes(Length)];
        byte[] header =
        [
            .. new DatasetBuilder().Describe(2, 2, 8, frames: 1).WithHeader(PixelData, "OB", 0xFFFF_FFFF).WithItemHeader(0).ToFile(FrameImage.Rle), .. item,
        ];
        byte[] delimiter = [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0];
        using TemporaryFile file = Sparse(header, (header.Length + Length, item), (header.Length + (2L * Length) + item.Length, delimiter));
        DicomException exception = Assert.Throws<DicomException>(() => FrameReader.Read(file.Path, null, null, default).First());
        Assert.Equal((DicomErrorReason.ValueTooLarge, file.Path), (exception.Reason, exception.Path));
    }

    [Fact]
    public void Compressed_frames_larger_than_an_array_are_refused()
    {
        byte[] file = new DatasetBuilder().Describe(65535, 65535, 8).WithFragments(PixelData, [], FrameImage.EncodeRle(1, 2, 3, 4)).ToFile(FrameImage.Rle);
        DicomException exception = Assert.Throws<DicomException>(() => FrameReader.Read(DicomFile.Open(file), null, null, default).First());
        Assert.Equal(DicomErrorReason.ValueTooLarge, exception.Reason);
    }

    /// <summary>A sparse file, of which only some bytes take space.</summary>
    private static TemporaryFile Sparse(byte[] start, params (long Offset, byte[] Bytes)[] parts)
    {
        var file = new TemporaryFile(start);
        using FileStream stream = File.OpenWrite(file.Path);
        foreach ((long offset, byte[] bytes) in parts)
        {
            stream.SetLength(offset);
            stream.Position = offset;
            stream.Write(bytes);
        }

        return file;
    }
}
