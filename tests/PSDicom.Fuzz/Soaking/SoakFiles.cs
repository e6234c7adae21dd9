namespace PSDicom.Fuzz;

/// <summary>The files that a soak reads: each seed whole, and cut at some place. They are gone when it ends.</summary>
internal sealed class SoakFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("psdicom-soak-").FullName;

    public SoakFiles(SeedSet seeds, ulong seed)
    {
        // Small seeds are several times in the set.
        foreach (Specimen file in seeds.Files.Distinct())
        {
            FuzzRandom random = FuzzRandom.Of(seed, file.Name, Paths.Count);
            Write(file.Bytes);
            Write(file.Bytes[..random.Between(0, file.Bytes.Length)]);
        }
    }

    public List<string> Paths { get; } = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(byte[] bytes)
    {
        string path = Path.Combine(_folder, $"{Paths.Count}.dcm");
        File.WriteAllBytes(path, bytes);
        Paths.Add(path);
    }
}
