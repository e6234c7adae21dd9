using PSDicom.Codecs;
using PSDicom.Codecs.Deflate;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>Decoders write through pointers: all of them refuse memory of another length than the frame.</summary>
public class DestinationTests
{
    private static readonly IFrameDecoder[] Decoders = [new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(), new RleDecoder(), new DeflateDecoder()];

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void Memory_of_another_length_is_refused(int length)
    {
        foreach (IFrameDecoder decoder in Decoders)
            Assert.Throws<ArgumentException>(() => decoder.Decode(new byte[100], new FrameShape(4, 4, 1, 1), new byte[length], []));
    }
}
