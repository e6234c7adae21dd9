using PSDicom.Core.Tests.Pictures.Npy;
using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Raw;

public class RawWriterTests
{
    [Fact]
    public void The_file_has_the_values_alone_little_endian()
    {
        Picture first = SamplePictures.Of(2, 2, 1, (x, y, _) => (x + (2 * y)) * 0x0102_0304), second = SamplePictures.Of(2, 2, 1, (_, _, _) => -2);
        Assert.Equal(
            [0, 0, 0, 0, 4, 3, 2, 1, 8, 6, 4, 2, 12, 9, 6, 3, .. Enumerable.Repeat(new byte[] { 254, 255, 255, 255 }, 4).SelectMany(word => word)],
            PictureFolder.Write(PictureFormat.Raw, [first, second], new ImageWriteOptions { Pages = 2 }));
    }

    [Fact]
    public void Every_type_has_its_bytes()
    {
        foreach (Picture picture in NpyWriterTests.OfEveryType(300, 100, 3))
        {
            byte[] expected = new byte[Buffer.ByteLength(picture.Pixels)];
            Buffer.BlockCopy(picture.Pixels, 0, expected, 0, expected.Length);
            Assert.Equal(expected, PictureFolder.Write(PictureFormat.Raw, [picture]));
        }
    }

    [Fact]
    public void Frames_of_another_size_are_refused() =>
        Assert.Equal(
            DicomErrorReason.PictureNotSupported,
            Assert.Throws<DicomException>(() => PictureFolder.Write(PictureFormat.Raw, [SamplePictures.Grey8(3, 2), SamplePictures.Grey8(2, 2)])).Reason);

    [Fact]
    public void A_full_disk_is_told_as_it_is() =>
        Assert.Throws<IOException>(() => PictureFolder.Write(new FailingStream(10), PictureFormat.Raw, [SamplePictures.Grey8(10, 10)]));
}
