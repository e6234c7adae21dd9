using PSDicom.Operations.Export;

namespace PSDicom.Fuzz;

/// <summary>Does with a file all that users do: elements at any depth, hashes of all frames, pictures.</summary>
internal sealed class WholeTarget(SeedSet seeds) : FuzzTarget
{
    // WebP is written by a library of others, which is loaded only where a file is asked for.
    private static readonly PictureFormat[] Formats = [.. Enum.GetValues<PictureFormat>().Where(format => format != PictureFormat.WebP)];

    private readonly Mutator _mutator = Mutator.OfWhole(seeds);
    private readonly CaseFolder _folder = new();

    public override string Name => "whole";

    public override int Share => 3;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        bool asRgb = random.OneIn(2);
        FrameExportOptions? export = random.OneIn(2)
            ? new FrameExportOptions { Destination = _folder.Path, Format = random.Pick(Formats), Force = true }
            : null;
        return FuzzCase.Of(
            bytes,
            cost => new FileOperations(cost, throttleLimit: int.MaxValue).Run(() => DicomFile.Open(bytes), bytes.Length, asRgb, export),
            specimen,
            FileOperations.Count);
    }
}
