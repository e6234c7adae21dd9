using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Core.Tests.Codecs.Jpeg2000;
using PSDicom.Core.Tests.Codecs.JpegLs;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>Decoding stops when it is canceled.</summary>
public class DecodingEndTests
{
    private const int Side = 64;

    public static TheoryData<string> Names => [.. Streams.Keys];

    private static Dictionary<string, (IFrameDecoder Decoder, Func<byte[]> Make)> Streams { get; } = new()
    {
        ["sequential JPEG"] = (new JpegDecoder(), () => Dct(encoder => encoder.EncodeSequential(Blocks(encoder), JpegStream.SOF0))),
        ["progressive JPEG"] = (new JpegDecoder(), () => Dct(encoder => encoder.EncodeProgressive(Blocks(encoder), isRefined: false))),
        ["JPEG-LS"] = (new JpegLsDecoder(), () => JpegLsStream.Image(PSDicom.Core.Tests.Codecs.JpegLs.SampleImages.Make(Side, Side, 1, 255), 8)),
        ["JPEG 2000"] = (new Jpeg2000Decoder(), () => new ReferenceJpeg2000Encoder(new StreamOptions(), Side, Side, [new PictureComponent(8, false)]).Encode((_, x, y) => (x * y) & 255)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Ended(string name)
    {
        (IFrameDecoder decoder, Func<byte[]> make) = Streams[name];
        byte[] stream = make();
        using var cancellation = new CancellationTokenSource();
        using var threads = new FrameThreads(1, new Processors(1), 1, cancellation.Token);
        var shape = new FrameShape(Side, Side, 1, 1);
        decoder.Decode(stream, shape, new byte[shape.Length], [], threads);
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => decoder.Decode(stream, shape, new byte[shape.Length], [], threads));
    }

    private static byte[] Dct(Func<ReferenceDctEncoder, byte[]> encode) => encode(new ReferenceDctEncoder { Rows = Side, Columns = Side });

    private static int[][,][] Blocks(ReferenceDctEncoder encoder) => encoder.MakeBlocks((_, _, _) => [50, 3, .. new int[62]]);
}
