using PSDicom.Validation;

namespace PSDicom.Fuzz;

/// <summary>Tests files: nothing but findings may come of it, and none tells who the patient is.</summary>
internal sealed class TestTarget(SeedSet seeds) : FuzzTarget
{
    private static readonly DicomTestOptions Options = new() { IsStrict = true };

    private readonly Mutator _mutator = new(
        seeds.Files, [.. Mutator.Plain(seeds.Files), .. Mutator.Elements, .. Mutator.Elements, .. Mutator.Pixels]);

    public override string Name => "test";

    public override int Share => 8;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        return FuzzCase.Of(bytes, _ => Test(bytes), specimen, readings: 2);
    }

    private static FuzzResult Test(byte[] bytes)
    {
        DicomTestResult result = FileTester.Test(bytes, Options);
        var hash = new FuzzHash();
        foreach (DicomFinding finding in result.GetFindings())
        {
            MessageCheck.Check(finding.Message);
            MessageCheck.Check(finding.Value);
            MessageCheck.Check(finding.TagPath);
            hash.Add(finding.Id);
            hash.Add(finding.Message);
            hash.Add(finding.TagPath);
        }

        InvariantException.Check(result.IsValid == (result.Errors == 0), "IsValid and Errors disagree");
        return new FuzzResult(hash.Value);
    }
}
