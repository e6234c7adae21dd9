using PSDicom.Codecs;
using PSDicom.Codecs.Deflate;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.JpegLs;
using PSDicom.Codecs.Rle;
using PSDicom.Pixels;

namespace PSDicom.Fuzz;

/// <summary>Hands codestreams to the decoders, mostly to the right one.</summary>
internal sealed class CodecTarget(SeedSet seeds) : FuzzTarget
{
    /// <summary>Bytes before and after the frame that a decoder must leave alone: decoders write through pointers.</summary>
    private const int Guard = 4096;

    private const byte GuardByte = 0xA5;
    private const long MaxDecodedTwice = 1 << 20;

    private static readonly IFrameDecoder[] Decoders = [new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(), new RleDecoder(), new DeflateDecoder()];

    private readonly Mutator _mutator = new(
        seeds.Codestreams, [.. Mutator.Plain(seeds.Codestreams), .. Mutator.Codestream, .. Mutator.Codestream, .. Mutator.Codestream]);

    public override string Name => "codec";

    public override int Share => 20;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        IFrameDecoder decoder = random.OneIn(50) ? random.Pick(Decoders) : DecoderOf(specimen.Bytes);
        int more = random.OneIn(4) ? random.Between(1, 2) : 0;
        var packed = new FrameShape(1 + random.Small(300), 1 + random.Small(300), random.OneIn(2) ? 1 : 3, 1 << random.Below(3));
        return FuzzCase.Of(bytes, cost => Decode(decoder, bytes, more, packed, cost));
    }

    private static IFrameDecoder DecoderOf(ReadOnlySpan<byte> codestream) => CodestreamStart.Find(codestream[..CodestreamStart.Length]) switch
    {
        CodestreamKind.Jpeg => JpegFamily.IsJpegLs(codestream) ? Decoders[1] : Decoders[0],
        CodestreamKind.Jpeg2000 or CodestreamKind.Jp2 => Decoders[2],
        _ => Decoders[3],
    };

    private static FuzzResult Decode(IFrameDecoder decoder, byte[] bytes, int more, FrameShape packed, CaseCost cost)
    {
        FrameShape shape = packed;
        if (decoder is ICodestreamDecoder codestream)
        {
            CodestreamInfo info = codestream.Inspect(bytes);
            int size = SampleArray.SizeOf(SampleArray.TypeOf(info.BitsPerSample, info.IsSigned));
            shape = new FrameShape(info.Rows > 0 ? info.Rows : packed.Rows, info.Columns, info.SamplesPerPixel, Math.Min(sizeof(uint), size << more));
        }

        FrameSize.Check(shape, bytes.Length);
        InvariantException.Check(shape.Length > 0, "a codestream of no samples");
        bool isDecodedTwice = shape.Length <= MaxDecodedTwice;
        cost.Frames = isDecodedTwice ? 2 : 1;
        cost.Produced = cost.Frames * shape.Length;
        byte[] memory = new byte[shape.Length + (2 * Guard)];
        Memory<byte> frame = memory.AsMemory(Guard, (int)shape.Length);
        memory.AsSpan(0, Guard).Fill(GuardByte);
        memory.AsSpan(memory.Length - Guard).Fill(GuardByte);
        var warnings = new List<string>();
        try
        {
            if (isDecodedTwice) OneOrMany.Decode(decoder, bytes, shape, frame, warnings);
            else decoder.Decode(bytes, shape, frame, warnings);
        }
        finally
        {
            bool isIntact = memory.AsSpan(0, Guard).IndexOfAnyExcept(GuardByte) < 0 && memory.AsSpan(memory.Length - Guard).IndexOfAnyExcept(GuardByte) < 0;
            InvariantException.Check(isIntact, "memory beside the frame was written");
        }

        var hash = new FuzzHash();
        hash.Add(frame.Span);
        foreach (string warning in warnings)
        {
            MessageCheck.Check(warning);
            hash.Add(warning);
        }

        return new FuzzResult(hash.Value);
    }
}
