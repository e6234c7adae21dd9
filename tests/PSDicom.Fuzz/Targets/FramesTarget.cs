using PSDicom.Frames;
using PSDicom.Pixels;

namespace PSDicom.Fuzz;

/// <summary>Counts frames and decodes some.</summary>
internal sealed class FramesTarget(SeedSet seeds) : FuzzTarget
{
    private const int MaxFrames = 3;

    private readonly Mutator _mutator = new(
        seeds.Images, [.. Mutator.Plain(seeds.Images), .. Mutator.Elements, .. Mutator.Pixels, .. Mutator.Pixels, .. Mutator.Codestream]);

    public override string Name => "frames";

    public override int Share => 14;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        var options = new FrameReadOptions { AsRgb = random.OneIn(2), Rescaled = random.OneIn(2) };
        int? frame = random.OneIn(6) ? random.Between(1, 2) : null;
        return FuzzCase.Of(bytes, cost => Read(bytes, frame, options, cost), specimen);
    }

    private static FuzzResult Read(byte[] bytes, int? number, FrameReadOptions options, CaseCost cost)
    {
        DicomFile file = DicomFile.Open(bytes);
        var hash = new FuzzHash();
        DicomFrameCount counted = FrameCounter.Count(file);
        int count = counted.FrameCount;
        MessageCheck.Check(file.Warnings);
        MessageCheck.Check(counted.Warning);
        cost.Frames = MaxFrames;
        long declaredLength = DeclaredFrame.LengthOf(file, bytes.Length);
        cost.Produced = MaxFrames * declaredLength;
        hash.Add(count);
        foreach (DicomFrame frame in FrameReader.Read(file, number is { } one ? [one] : null, options, CancellationToken.None).Take(MaxFrames))
        {
            Array pixels = frame.GetPixels();
            InvariantException.Check(frame.Frame <= count, "a frame beyond the count");
            InvariantException.Check(
                pixels.LongLength == (long)frame.Rows * frame.Columns * frame.SamplesPerPixel, $"a frame of {pixels.Length} samples");
            hash.Add(SampleArray.AsBytes(pixels));
            hash.Add(BitConverter.DoubleToInt64Bits(frame.Mean));
            MessageCheck.Check(frame.Warnings);
            foreach (DicomWarning warning in frame.Warnings) hash.Add(warning.Message);
            cost.Produced += Math.Max(0, Buffer.ByteLength(pixels) - declaredLength);
        }

        return new FuzzResult(hash.Value);
    }
}
