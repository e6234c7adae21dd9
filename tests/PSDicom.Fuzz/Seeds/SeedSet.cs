namespace PSDicom.Fuzz;

/// <summary>What cases start from: what the tests build, the samples, and the files of a folder.</summary>
internal sealed class SeedSet
{
    /// <summary>Large files make slow cases, and few of them reach more.</summary>
    private const int MaxFile = 256 * 1024;

    private const ushort PixelDataGroup = 0x7FE0;

    private static readonly Lazy<Specimen[]> CostlySeeds = new(() => [.. CostlyFiles.All()]);

    private SeedSet(List<Specimen> files)
    {
        Files = files;
        Images = [.. files.Where(file => file.Elements.Any(place => place.Tag.Group == PixelDataGroup))];
        var codestreams = BuiltCodestream.All.Select(stream => Specimen.OfCodestream(stream.Name, stream.Bytes)).ToList();
        foreach (Specimen file in files)
        {
            (int start, int end) = file.Codestreams.FirstOrDefault(part => file.Elements.Count > 0 && part.End - part.Start > 64);
            if (end > start) codestreams.Add(Specimen.OfCodestream(file.Name, file.Bytes[start..Math.Min(end, file.Bytes.Length)]));
        }

        Codestreams = codestreams;
    }

    /// <summary>What is there without any files.</summary>
    public static SeedSet Built => new([.. BuiltFiles.All()]);

    public IReadOnlyList<Specimen> Files { get; }

    /// <summary>Those of the files that have pixel data.</summary>
    public IReadOnlyList<Specimen> Images { get; }

    /// <summary>Files that are made to cost far more than their bytes.</summary>
    public static IReadOnlyList<Specimen> Costly => CostlySeeds.Value;

    /// <summary>Compressed frames: those that are built, and one of each file.</summary>
    public IReadOnlyList<Specimen> Codestreams { get; }

    /// <summary>What is built, and the files of folders that are not large, in the order of their paths.</summary>
    public static SeedSet Of(IEnumerable<string> folders)
    {
        List<Specimen> files = [.. BuiltFiles.All()];
        int built = files.Count;
        foreach (string folder in folders)
        {
            IEnumerable<string> paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => new FileInfo(path).Length is > 0 and <= MaxFile)
                .OrderBy(path => Path.GetRelativePath(folder, path), StringComparer.Ordinal);
            files.AddRange(paths.Select(path => Specimen.OfFile(Path.GetRelativePath(folder, path), File.ReadAllBytes(path))));
        }

        // Small ones several times, as they make fast cases.
        List<Specimen> weighted = [.. files.Take(built), .. files.Take(built)];
        foreach (Specimen file in files.Skip(built))
        {
            int weight = file.Bytes.Length switch { <= 4096 => 4, <= 16384 => 3, <= 65536 => 2, _ => 1 };
            weighted.AddRange(Enumerable.Repeat(file, weight));
        }

        return new SeedSet(weighted);
    }
}
