using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

public class Jpeg2000EncoderTests
{
    private const string Lossless = "1.2.840.10008.1.2.4.90", HighThroughput = "1.2.840.10008.1.2.4.201", ByResolution = "1.2.840.10008.1.2.4.202";

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(1, 8, false)]
    [InlineData(1, 8, true)]
    [InlineData(1, 10, false)]
    [InlineData(1, 12, true)]
    [InlineData(1, 16, false)]
    [InlineData(1, 16, true)]
    [InlineData(3, 8, false)]
    [InlineData(3, 12, false)]
    [InlineData(3, 16, false)]
    public void Samples_come_back(int samples, int bits, bool isSigned)
    {
        foreach (string syntax in new[] { Lossless, HighThroughput, ByResolution })
        {
            foreach (TestFrame frame in TestFrame.All(samples, bits, isSigned))
            {
                byte[] decoded = new byte[frame.Samples.Length];
                var warnings = new List<string>();
                new Jpeg2000Decoder().Decode(Encode(syntax, frame), frame.Format.Shape, decoded, warnings);
                Assert.Empty(warnings);
                Assert.Equal(frame.Samples, decoded);
            }
        }
    }

    private static byte[] Encode(string syntax, TestFrame frame, FrameThreads? threads = null)
    {
        var target = new EncodedBytes();
        EncoderRegistry.Find(DicomTransferSyntax.Find(syntax)!)!.Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target, threads);
        return target.Memory.ToArray();
    }
}
