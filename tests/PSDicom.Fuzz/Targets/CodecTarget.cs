using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;
using PSDicom.Pixels;

namespace PSDicom.Fuzz;

/// <summary>Hands codestreams to the decoders, mostly to the right one.</summary>
internal sealed class CodecTarget(SeedSet seeds) : FuzzTarget
{
    private static readonly IFrameDecoder[] Decoders = [new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(), new RleDecoder()];

    private readonly Mutator _mutator = new(
        seeds.Codestreams, [.. Mutator.Plain(seeds.Codestreams), .. Mutator.Codestream, .. Mutator.Codestream, .. Mutator.Codestream]);

    public override string Name => "codec";

    public override int Share => 20;

    public override long AllowedWhenRefused => Frame;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        IFrameDecoder decoder = random.OneIn(50) ? random.Pick(Decoders) : DecoderOf(specimen.Bytes);
        int more = random.OneIn(4) ? random.Between(1, 2) : 0;
        var packed = new FrameShape(1 + random.Small(300), 1 + random.Small(300), random.OneIn(2) ? 1 : 3, 1 << random.Below(3));
        return Of(bytes, () => Decode(decoder, bytes, more, packed));
    }

    private static IFrameDecoder DecoderOf(ReadOnlySpan<byte> codestream) => CodestreamStart.Find(codestream[..CodestreamStart.Length]) switch
    {
        CodestreamKind.Jpeg => JpegFamily.IsJpegLs(codestream) ? Decoders[1] : Decoders[0],
        CodestreamKind.Jpeg2000 or CodestreamKind.Jp2 => Decoders[2],
        _ => Decoders[3],
    };

    private static FuzzResult Decode(IFrameDecoder decoder, byte[] bytes, int more, FrameShape packed)
    {
        CodestreamInfo? info = decoder.Inspect(bytes);
        FrameShape shape = packed;
        if (info is not null)
        {
            int size = SampleArray.SizeOf(SampleArray.TypeOf(info.BitsPerSample, info.IsSigned));
            shape = new FrameShape(info.Rows, info.Columns, info.SamplesPerPixel, Math.Min(sizeof(uint), size << more));
        }

        InvariantException.Check(shape.Length > 0, "a codestream of no samples");
        FrameSize.Check(shape, bytes.Length);
        byte[] frame = new byte[shape.Length];
        var warnings = new List<string>();
        decoder.Decode(bytes, shape, frame, warnings);
        var hash = new FuzzHash();
        hash.Add(frame);
        foreach (string warning in warnings) hash.Add(warning);
        return new FuzzResult(hash.Value, frame.Length);
    }
}
