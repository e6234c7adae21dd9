using System.Text;
using PSDicom.Deidentification;
using PSDicom.Frames;
using PSDicom.Operations.Protection;
using PSDicom.Operations.Targets;
using PSDicom.Query;

namespace PSDicom.Fuzz;

/// <summary>De-identifies files: a damaged one is refused, or its copy can be read and does not have who the patient is.</summary>
internal sealed class ProtectTarget(SeedSet seeds) : FuzzTarget
{
    /// <summary>Reading, planning, cleaning of pixels and checking each go through the file, and both files are read once more.</summary>
    private const int Readings = 10;

    /// <summary>How often samples are gone over: decoded, made black, encoded, decoded again and compared.</summary>
    private const int Passes = 24;

    private static readonly byte[] Key = Encoding.ASCII.GetBytes("a key that is used by tests only");

    private readonly Mutator _mutator = new(
        seeds.Files, [.. Mutator.Plain(seeds.Files), .. Mutator.Elements, .. Mutator.Elements, .. Mutator.Pixels]);

    private readonly CaseFolder _folder = new();

    public override string Name => "protect";

    public override int Share => 10;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        var cleaned = (Cleaning)random.Below(16);
        var rules = new ProtectionRules(Key)
        {
            Retained = random.Pick([Retention.None, Retention.None, Retention.FullDates, Retention.ModifiedDates]) | ((Retention)random.Below(128) & ~(Retention.FullDates | Retention.ModifiedDates)),
            Cleaned = cleaned,
            AllowsBurnedIn = random.OneIn(2),
            Regions = (cleaned & Cleaning.PixelData) != 0 && random.OneIn(2) ? [new FrameRegion(0, 0, 3, 2)] : [],
        };
        return FuzzCase.Of(bytes, cost => Protect(bytes, rules, cost), specimen, Readings);
    }

    private FuzzResult Protect(byte[] before, ProtectionRules rules, CaseCost cost)
    {
        string path = Path.Combine(_folder.Path, Path.GetRandomFileName()), copies = path + ".copies";
        File.WriteAllBytes(path, before);
        try
        {
            DicomFile file = DicomFile.Open(before);
            cost.Frames = Readings;
            if ((rules.Cleaned & Cleaning.PixelData) != 0) cost.Produced = Passes * Math.Max(1, FrameCounter.Count(file).FrameCount) * DeclaredFrame.LengthOf(file, before.Length);
            using var queue = new FileProtectionQueue<string>(new FileProtectionOptions { Destination = copies, Rules = rules }, 1, default);
            queue.TryAdd(path, path);
            WriteResult<string, ProtectionTarget, ProtectedFile> result = queue.Take();
            if (result.Error is not null) throw result.Error;
            MessageCheck.Check(result.Written!.GetWarnings());
            foreach (string name in result.Written.UnlistedText) MessageCheck.Check(name);
            byte[] after = File.ReadAllBytes(result.Written.FullName);
            Check(result.Written.FullName, after);
            var hash = new FuzzHash();
            hash.Add(after);
            return new FuzzResult(hash.Value, 2L * after.Length);
        }
        finally
        {
            File.Delete(path);
            if (Directory.Exists(copies))
            {
                InvariantException.Check(Directory.GetFiles(copies, "*", SearchOption.AllDirectories).Length <= 1, "a temporary file is left");
                Directory.Delete(copies, recursive: true);
            }
        }
    }

    private static void Check(string path, byte[] after)
    {
        MessageCheck.Check(Path.GetFileName(path));
        DicomFile copy = DicomFile.Open(after);

        // Pixels are copied: damage may put anything among them.
        if (DatasetWalk.All(copy.Dataset).FirstOrDefault(located => !located.Element.Tag.IsPixelData && HasMark(located.Element)).Element is { } found)
            throw new InvariantException($"a copy has who the patient is: {found.Tag}");
    }

    private static bool HasMark(DicomElement element) => element.Items.Count == 0 && element.Length > 0 && MessageCheck.HasMark(element.ReadBytes());
}
