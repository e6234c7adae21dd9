using PSDicom.Editing;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Fuzz;

/// <summary>Changes files: a damaged one is refused, or differs only as asked.</summary>
internal sealed class EditTarget(SeedSet seeds) : FuzzTarget
{
    /// <summary>Reading, planning and checking each go through the file, and the result is read once more.</summary>
    private const int Readings = 6;

    private const int MaxDepth = 10;

    private static readonly DatasetChange[] Changes =
    [
        DatasetChange.Set("PatientID", "A LONGER IDENTIFIER"), DatasetChange.Set("PatientID", "X", isNested: true), DatasetChange.Set("PatientName", null),
        DatasetChange.Set("StudyDate", "20200131"), DatasetChange.Set("Rows", 5), DatasetChange.Set("*Date", "", isNested: true),
        DatasetChange.Set("ReferencedSOPInstanceUID", "1.2.3", ChangeCondition.IfExists, isNested: true),
        DatasetChange.Set("RequestAttributesSequence[0].RequestedProcedureID", "R"), DatasetChange.Set("ContentSequence[*].TextValue", "text"),
        DatasetChange.Set("ACME|(0029,xx10)", "private", vr: DicomVR.LO), DatasetChange.Set("ImageType[0]", "DERIVED"),
        DatasetChange.Remove("Patient*"), DatasetChange.Remove("PixelData"), DatasetChange.Remove("*Sequence"), DatasetChange.Remove("(0008,xxxx)", isNested: true),
        DatasetChange.Remove("(FFFC,FFFC)"), DatasetChange.Set("SourceApplicationEntityTitle", "ME"),
    ];

    private readonly Mutator _mutator = new(seeds.Files, [.. Mutator.Plain(seeds.Files), .. Mutator.Elements, .. Mutator.Elements]);
    private readonly CaseFolder _folder = new();

    public override string Name => "edit";

    public override int Share => 12;

    public override FuzzCase Make(FuzzRandom random)
    {
        byte[] bytes = _mutator.Next(random, out Specimen specimen);
        DatasetChange[] changes = [.. Enumerable.Range(0, 1 + random.Small(3)).Select(_ => random.Pick(Changes))];
        var options = new EditOptions
        {
            RemovesPrivate = random.OneIn(6),
            EncodeAs = random.OneIn(6) ? CharacterSet.FromName(random.Pick(CharacterSet.Names)) : null,
            AllowsTruncated = random.OneIn(2),
            AllowsDuplicates = random.OneIn(3),
            KeepsImplementation = random.OneIn(2),
        };
        return FuzzCase.Of(bytes, _ => Edit(bytes, changes, options), specimen, Readings);
    }

    private FuzzResult Edit(byte[] before, DatasetChange[] changes, EditOptions options)
    {
        DicomFile file = DicomFile.Open(before);
        EditedFile edited = new ChangeResolver(file, options, null).Resolve(changes);
        using var source = new MemoryByteSource(before);
        var rewrite = new RewriteOptions { AllowTruncated = options.AllowsTruncated, AllowDuplicates = options.AllowsDuplicates, KeepImplementation = options.KeepsImplementation };
        RewritePlan? plan = new DicomFileRewriter(source, file, rewrite, default).Plan(edited.Edit);
        if (plan is null) return default;
        MessageCheck.Check(plan.Warnings);
        byte[] after = Write(plan, source);
        CheckElsewhere(file, DicomFile.Open(after), edited);
        var hash = new FuzzHash();
        hash.Add(after.Length);
        hash.Add(edited.Changes.Count);
        return new FuzzResult(hash.Value, 2L * after.Length);
    }

    private byte[] Write(RewritePlan plan, MemoryByteSource source)
    {
        string path = Path.Combine(_folder.Path, Path.GetRandomFileName());
        try
        {
            using (OutputFile output = OutputFile.Create(path, path))
            {
                plan.WriteTo(output, source, default);
                plan.Check(output, default);
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void CheckElsewhere(DicomFile before, DicomFile after, EditedFile edited)
    {
        var changed = edited.Changes.Select(change => change.TagPath).ToHashSet(StringComparer.Ordinal);
        HashSet<string> around = changed.SelectMany(path => Around(path).Take(MaxDepth + 1)).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, DicomElement> now = [];
        foreach (LocatedElement located in DatasetWalk.All(after.Dataset).Where(IsCompared)) now[PathOf(located)] = located.Element;
        foreach (LocatedElement located in DatasetWalk.All(before.Dataset).Where(IsCompared))
        {
            string path = PathOf(located);
            if (located.Element.Tag.IsGroupLength || around.Contains(path) || Around(path).Prepend(path).Any(changed.Contains)) continue;
            InvariantException.Check(now.TryGetValue(path, out DicomElement? same), "an element that was not named is gone");
            // A sequence is its items. Without a delimiter, its end is where something else begins.
            if (located.Element.VR == DicomVR.SQ || located.Element.Items.Count > 0 || same!.Items.Count > 0) continue;
            InvariantException.Check(ValueOf(located.Element).AsSpan().SequenceEqual(ValueOf(same)), "a value that was not named has changed");
        }
    }

    /// <summary>The bytes of a value; of an encapsulated one those of its fragments, for the same reason.</summary>
    private static byte[] ValueOf(DicomElement element)
    {
        byte[] bytes = element.ReadBytes();
        return element.IsEncapsulated
            ? [.. element.Fragments.SelectMany(fragment => bytes.Skip((int)(fragment.Offset - element.Offset)).Take((int)fragment.Length))]
            : bytes;
    }

    /// <summary>Deeper paths are so long that comparing them costs more than the file.</summary>
    private static bool IsCompared(LocatedElement located) => located.Place is not { Depth: > MaxDepth };

    private static string PathOf(LocatedElement located) => ItemPlace.PathOf(located.Place, located.Element.Tag);

    /// <summary>The paths of the sequences around an element.</summary>
    private static IEnumerable<string> Around(string path)
    {
        for (int end = path.IndexOf('['); end >= 0; end = path.IndexOf('[', end + 1)) yield return path[..end];
    }
}
