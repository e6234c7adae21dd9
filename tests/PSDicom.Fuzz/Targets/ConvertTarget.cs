using PSDicom.Frames;
using PSDicom.Operations.Conversion;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;

namespace PSDicom.Fuzz;

/// <summary>Converts files to other transfer syntaxes: a damaged one is refused, or its frames decode to the same values as before.</summary>
internal sealed class ConvertTarget(SeedSet seeds) : FuzzTarget
{
    /// <summary>Reading, decoding, planning and checking each go through the file, and the result is read once more.</summary>
    private const int Readings = 8;

    private const int MaxFrames = 3;

    /// <summary>How often samples are gone over: decoded, encoded, decoded again and compared, and hashed before and after.</summary>
    private const int Passes = 24;

    private readonly Mutator _mutator = new(
        seeds.Images, [.. Mutator.Plain(seeds.Images), .. Mutator.Elements, .. Mutator.Elements, .. Mutator.Pixels, .. Mutator.Codestream]);

    private readonly CaseFolder _folder = new();

    public override string Name => "convert";

    public override int Share => 10;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        var options = new FileConversionOptions
        {
            TransferSyntax = random.Pick([.. WritableSyntaxes.All]), AllowsRepeatedLoss = random.OneIn(2), OnlyIfSmaller = random.OneIn(6), KeepsImplementation = random.OneIn(2),
        };
        return FuzzCase.Of(bytes, cost => Convert(bytes, options, cost), specimen, Readings);
    }

    private FuzzResult Convert(byte[] before, FileConversionOptions options, CaseCost cost)
    {
        string path = Path.Combine(_folder.Path, Path.GetRandomFileName()), copy = path + ".dcm";
        File.WriteAllBytes(path, before);
        try
        {
            DicomFile file = DicomFile.Open(before);
            cost.Frames = Readings * MaxFrames;
            cost.Produced = Passes * FrameCounter.Count(file).FrameCount * DeclaredFrame.LengthOf(file, before.Length);
            using var queue = new FileConversionQueue<string>(options with { Files = new FileRewriteOptions { Destination = copy } }, 1, default);
            queue.TryAdd(path, path);
            WriteResult<string, ConversionTarget, DicomConversion> result = queue.Take();
            if (result.Error is not null) throw result.Error;
            MessageCheck.Check(result.Written!.GetWarnings());
            byte[] after = File.ReadAllBytes(copy);
            return Compare(before, after, result.Written);
        }
        finally
        {
            File.Delete(path);
            File.Delete(copy);
            InvariantException.Check(Directory.GetFiles(_folder.Path).Length == 0, "a temporary file is left");
        }
    }

    private static FuzzResult Compare(byte[] before, byte[] after, DicomConversion conversion)
    {
        var hash = new FuzzHash();
        hash.Add(after.Length);
        if (conversion.FrameCount == 0 || conversion.IsLossy || !conversion.IsChanged) return new FuzzResult(hash.Value, 2L * after.Length);
        bool becomesRgb = !conversion.TransferSyntax.IsEncapsulated;
        using var old = new HashedFrames(FrameFile.Open(DicomFile.Open(before), default), becomesRgb, 1);
        using var now = new HashedFrames(FrameFile.Open(DicomFile.Open(after), default), becomesRgb, 1);
        InvariantException.Check(old.Count == now.Count, "another number of frames");
        for (int frame = 1; frame <= Math.Min(MaxFrames, old.Count); frame++)
            InvariantException.Check(old.Read(frame).Sha256 == now.Read(frame).Sha256, "a frame has other values");
        return new FuzzResult(hash.Value, 2L * after.Length);
    }
}
