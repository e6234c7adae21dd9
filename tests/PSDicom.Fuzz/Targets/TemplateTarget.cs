using System.Text;
using PSDicom.Core.Tests;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;

namespace PSDicom.Fuzz;

/// <summary>Makes names of files of templates and hostile values: they must lie in the destination and be names on every system.</summary>
internal sealed class TemplateTarget(SeedSet seeds) : FuzzTarget
{
    private const int MaxName = 255;

    private static readonly TextMutator Templates = new(
    [
        "{PatientID}", "{PatientName}", "{StudyDate}", "{StudyDate:yyyy-MM}", "{SeriesNumber:0000}", "{Frame}", "{Frame:000}", "{BaseName}", "{Folder}",
        "{(0010,0020)}", "{ContentSequence[0].TextValue}", "/", "\\", "..", ".", "~", "C:", "{", "}", "{{", "}}", ":", "CON", "nul.txt", " ", "a", ".png",
        "{InstanceNumber:P9999}", "{StudyTime:hh\\\\mm}", "{PatientID:", "\u202e", "\ud83d\ude00",
    ]);

    private static readonly TextMutator Values = new(
    [
        "..", "/", "\\", ":", "../../etc/passwd", "C:\\Windows", "\\\\server\\share", "CON", "COM1.x", "a", ".", " ", "\0", "\n", "name:stream", "~", "$HOME",
        "é", "\u202e", "*?<>|\"", "[x]", "20240131", "7",
    ]);

    private readonly ExportDestination _destination = new(new FrameExportOptions { Destination = Path.Combine(Path.GetTempPath(), "fuzz.destination") });
    private readonly Mutator _mutator = new(seeds.Files, [.. Mutator.Elements, new ByteFlips()]);

    public override string Name => "template";

    public override int Share => 6;

    public override FuzzCase Make(FuzzRandom random)
    {
        string template = Templates.Next(random);
        byte[] file = random.OneIn(4) ? _mutator.Next(random) : Hostile(random);
        int? frame = random.OneIn(3) ? null : 1 + random.Small(100_000);
        return Of(file, () => Expand(template, DicomFile.Open(file), frame));
    }

    private static byte[] Hostile(FuzzRandom random)
    {
        byte[] Value() => Encoding.UTF8.GetBytes(Values.Next(random));
        return new DatasetBuilder()
            .With(0x0008_0005, "CS", "ISO_IR 192")
            .WithValue(0x0008_0020, "DA", Value()).WithValue(0x0008_0030, "TM", Value())
            .WithValue(0x0010_0010, "PN", Value()).WithValue(0x0010_0020, "LO", Value())
            .WithValue(0x0020_0011, "IS", Value()).WithValue(0x0020_0013, "IS", Value())
            .ToFile();
    }

    private FuzzResult Expand(string template, DicomFile file, int? frame)
    {
        string relative = NameTemplate.Parse(template).Expand(file, frame, 100_000, [".png"]);
        string path = _destination.PathOf(relative);
        InvariantException.Check(!Path.IsPathRooted(relative), "a path that is not relative");
        InvariantException.Check(path == Path.Combine(_destination.FullPath, relative), "a path that is not what it says");
        foreach (string name in relative.Split(Path.DirectorySeparatorChar))
        {
            InvariantException.Check(name.Length > 0 && name.Trim('.', ' ').Length > 0, "a name of dots and spaces");
            InvariantException.Check(name[^1] is not ('.' or ' '), "a name that ends in a dot or space");
            InvariantException.Check(Encoding.UTF8.GetByteCount(name) <= MaxName, "a name that is too long");
            InvariantException.Check(name.All(SafeFileName.IsAllowed), "a name with characters that cannot be in it");
        }

        var hash = new FuzzHash();
        hash.Add(relative);
        return new FuzzResult(hash.Value, relative.Length);
    }
}
