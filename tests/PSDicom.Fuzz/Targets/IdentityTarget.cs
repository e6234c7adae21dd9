using PSDicom.Deidentification;
using PSDicom.Operations.Protection;

namespace PSDicom.Fuzz;

/// <summary>Searches a damaged file for who the patient of another is: it is found where it is, and never told.</summary>
internal sealed class IdentityTarget(SeedSet seeds) : FuzzTarget
{
    /// <summary>The reference is read, and the file is read and searched as a whole.</summary>
    private const int Readings = 6;

    private readonly Mutator _mutator = new(seeds.Files, [.. Mutator.Plain(seeds.Files), .. Mutator.Elements, new Nothing()]);
    private readonly CaseFolder _folder = new();

    public override string Name => "identity";

    public override int Share => 6;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] reference = _mutator.Next(random, out Specimen specimen);
        byte[] tested = random.OneIn(2) ? _mutator.Damage(specimen, random) : _mutator.Next(random, out specimen);
        var options = new IdentityTestOptions { Retained = (Retention)random.Below(128), Cleaned = (Cleaning)random.Below(16), AllowsUnlisted = random.OneIn(2) };
        return FuzzCase.Of([.. reference, .. tested], _ => Test(reference, tested, options), specimen, Readings);
    }

    private FuzzResult Test(byte[] reference, byte[] tested, IdentityTestOptions options)
    {
        string path = Path.Combine(_folder.Path, Path.GetRandomFileName()), source = path + ".reference";
        File.WriteAllBytes(path, tested);
        File.WriteAllBytes(source, reference);
        try
        {
            IdentityTestResult result = IdentityTester.Test(source, path, options);
            var hash = new FuzzHash();
            foreach (FoundIdentity found in result.Found)
            {
                MessageCheck.Check(found.TagPath);
                MessageCheck.Check(found.ReferenceTag);
                hash.Add(found.TagPath);
                hash.Add(found.Kind.ToString());
                hash.Add(found.Offset ?? -1);
            }

            InvariantException.Check(result.Clean == (result.Count == 0), "Clean and Count disagree");
            return new FuzzResult(hash.Value);
        }
        finally
        {
            File.Delete(path);
            File.Delete(source);
        }
    }
}
