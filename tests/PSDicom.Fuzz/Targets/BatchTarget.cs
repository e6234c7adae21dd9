using PSDicom.Threading;

namespace PSDicom.Fuzz;

/// <summary>Many small files at once, by read-ahead as cmdlets read them: what one may cost, all may not cost together.</summary>
internal sealed class BatchTarget(SeedSet seeds) : FuzzTarget
{
    private const int MaxFiles = 12;
    private const int MaxFile = 32 * 1024;
    private const int Threads = 8;

    /// <summary>One in so many is of the largest frames: each takes seconds.</summary>
    private const int OfLargest = 500;

    private static readonly Lazy<Specimen> MaxBlank = new(CostlyFiles.MaxBlank);

    private readonly Mutator _mutator = Mutator.OfWhole(seeds);
    private readonly CaseFolder _folder = new();

    public override string Name => "batch";

    public override int Share => 1;

    public override FuzzCase Make(FuzzRandom random)
    {
        // Many of one kind hurt more than one of each.
        Specimen? kind = random.OneIn(OfLargest) ? MaxBlank.Value : random.OneIn(2) ? random.Pick(_mutator.Specimens) : null;
        bool isDeflated = false;
        var files = new byte[random.Between(2, MaxFiles)][];
        for (int i = 0; i < files.Length; i++) files[i] = Next(random, kind, ref isDeflated);
        byte[] all = [.. files.SelectMany(bytes => bytes)];
        return new FuzzCase
        {
            InputLength = all.Length, Input = () => all, Readings = files.Length * FileOperations.Count, ReadingsOfEach = FileOperations.Count,
            CanInflate = isDeflated, HasJpeg2000 = FuzzCase.IsJpeg2000(all), Scans = files.Max(file => FuzzCase.ScansOf(file)), Run = cost => Read(files, cost),
        };
    }

    private byte[] Next(FuzzRandom random, Specimen? kind, ref bool isDeflated)
    {
        Specimen specimen = kind ?? random.Pick(_mutator.Specimens);
        byte[] bytes = _mutator.Damage(specimen, random);
        isDeflated |= FuzzCase.IsDeflated(specimen.Bytes) || FuzzCase.IsDeflated(bytes);
        return bytes.Length <= MaxFile ? bytes : bytes[..MaxFile];
    }

    private FuzzResult Read(byte[][] files, CaseCost cost)
    {
        string[] paths = [.. files.Select((_, i) => Path.Combine(_folder.Path, $"{i}.dcm"))];
        for (int i = 0; i < files.Length; i++) File.WriteAllBytes(paths[i], files[i]);
        using var peak = new PeakMemory();
        var hash = new FuzzHash();
        using (var ahead = new OrderedReadAhead<string, CaseCost>(Read, Threads))
        {
            foreach (string path in paths)
            {
                if (ahead.IsFull) Take();
                ahead.Add(path);
            }

            while (ahead.Count > 0) Take();

            void Take()
            {
                ReadAheadResult<string, CaseCost> result = ahead.Take();
                hash.Add(result.Input);
                if (result.Error is not null) throw new InvariantException($"{result.Error.GetType().Name} in a batch: {result.Error.Message}");
                cost.Produced += result.Result!.Produced;
                cost.Texts += result.Result.Texts;
                cost.Frames += result.Result.Frames;
            }
        }

        cost.Peak = peak.Stop();
        return new FuzzResult(hash.Value);
    }

    /// <summary>What is refused depends on what others take at the time, and so does not count as a result.</summary>
    private static CaseCost Read(string path, CancellationToken cancellation)
    {
        var cost = new CaseCost();
        try
        {
            new FileOperations(cost, Threads).Run(() => DicomFile.Open(path, null, cancellation), (int)new FileInfo(path).Length, asRgb: true, export: null);
        }
        catch (Exception exception) when (CaseRunner.IsAllowed(exception))
        {
            MessageCheck.Check(exception);
        }

        return cost;
    }
}
