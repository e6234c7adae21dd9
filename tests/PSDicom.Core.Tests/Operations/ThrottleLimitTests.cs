using PSDicom.Core.Tests.Codecs.Jpeg2000;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;

namespace PSDicom.Core.Tests.Operations;

public class ThrottleLimitTests
{
    private const int Rows = 256, Columns = 320;

    [Fact]
    public void Large_frames_are_the_same_on_one_thread_as_on_all()
    {
        // Only one corner of the image takes time.
        static int Sample(int frame, int x, int y) => x < 60 && y < 50 ? (x * y) + frame : 100;
        byte[] Encode(int frame) => new ReferenceJpeg2000Encoder(new StreamOptions { Levels = 1 }, Columns, Rows, [new PictureComponent(12, false)])
            .Encode((_, x, y) => Sample(frame, x, y));
        byte[] bytes = new DatasetBuilder().Describe(Rows, Columns, 16, stored: 12, frames: 3)
            .WithFragments(FrameImage.PixelData, [], Even(Encode(1)), Even(Encode(2)), Even(Encode(3))).ToFile("1.2.840.10008.1.2.4.90");
        DicomFile file = DicomFile.Open(bytes);
        foreach (int limit in new[] { 1, 2, int.MaxValue })
        {
            using FrameFile frames = FrameFile.Open(file, default);
            DicomFrame[] read = [.. FrameReader.Read(file, null, new FrameReadOptions { ThrottleLimit = limit }, default)];
            Assert.Equal(3, read.Length);
            for (int i = 0; i < read.Length; i++)
            {
                ushort[] expected = [.. Enumerable.Range(0, Rows * Columns).Select(at => (ushort)Sample(i + 1, at % Columns, at / Columns))];
                Assert.True(expected.AsSpan().SequenceEqual((ushort[])read[i].GetPixels()), $"frame {i + 1}, limit {limit}");
                Assert.Equal(FrameHasher.Hash(frames, i + 1, false).Sha256, FrameHasher.Hash(frames, i + 1, false, limit).Sha256);
            }
        }
    }

    private static byte[] Even(byte[] bytes) => bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
}
