using PSDicom.Query;

namespace PSDicom.Fuzz;

/// <summary>Reads files, and every value of them.</summary>
internal sealed class ReadTarget(SeedSet seeds) : FuzzTarget
{
    private readonly Mutator _mutator = new(
        seeds.Files, [.. Mutator.Plain(seeds.Files), .. Mutator.Elements, .. Mutator.Elements, .. Mutator.Pixels]);

    public override string Name => "read";

    public override int Share => 22;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        var options = new DicomReadOptions { StopAtPixelData = random.OneIn(8) };
        return FuzzCase.Of(bytes, _ => Read(DicomFile.Open(bytes, options)), specimen);
    }

    public static FuzzResult Read(DicomFile file)
    {
        var hash = new FuzzHash();
        long produced = 0;
        foreach (DicomDataset root in (DicomDataset[])[file.FileMeta, file.Dataset])
        {
            foreach (LocatedElement located in DatasetWalk.All(root)) produced += Read(located.Element, ref hash);
        }

        MessageCheck.Check(file.Warnings);
        foreach (DicomWarning warning in file.Warnings) hash.Add(warning.Message);
        hash.Add(file.TransferSyntax.Name);
        return new FuzzResult(hash.Value, produced);
    }

    private static long Read(DicomElement element, ref FuzzHash hash)
    {
        hash.Add(element.Tag.Value);
        hash.Add(element.RawValue);
        hash.Add(element.ValueMultiplicity);
        hash.Add(element.Fragments.Count);
        hash.Add(element.PrivateCreator);
        hash.Add(element.Definition?.Keyword);
        object? value = element.Value;
        InvariantException.Check(element.IsEmpty == (value is null or DicomDataset[] { Length: 0 }), $"IsEmpty and Value of {element.VR} disagree");
        if (value is Array array) hash.Add(array.Length);
        return element.Items.Count > 0 ? 0 : element.ByteLength;
    }
}
