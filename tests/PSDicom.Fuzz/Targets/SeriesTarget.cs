using PSDicom.Operations.Series;
using PSDicom.Operations.Volumes;

namespace PSDicom.Fuzz;

/// <summary>Sorts damaged slices into series, and writes volumes of them.</summary>
internal sealed class SeriesTarget(SeedSet seeds) : FuzzTarget
{
    private const int MaxFiles = 10;
    private const int MaxFile = 64 * 1024;

    /// <summary>Reading the header, comparing with copies, and the slice itself.</summary>
    private const int Readings = 4;

    private readonly Mutator _slices = new(BuiltSeries.All, [.. Mutator.Plain(BuiltSeries.All), .. Mutator.Elements, .. Mutator.Elements, .. Mutator.Pixels]);
    private readonly Mutator _others = Mutator.OfWhole(seeds);
    private readonly CaseFolder _folder = new();

    public override string Name => "series";

    public override int Share => 2;

    public override FuzzCase Make(FuzzRandom random)
    {
        var files = new byte[random.Between(1, MaxFiles)][];
        Specimen? other = random.OneIn(4) ? random.Pick(_others.Specimens) : null;
        for (int i = 0; i < files.Length; i++) files[i] = Next(random, i, other);
        VolumeFormat format = random.Pick(Enum.GetValues<VolumeFormat>());
        var options = new VolumeExportOptions
        {
            Destination = _folder.Path, Format = format, Force = true, AllowIrregular = random.OneIn(2), FillMissing = random.OneIn(2),
            Sidecar = random.OneIn(4), Compress = format == VolumeFormat.Nrrd && random.OneIn(2),
        };
        byte[] all = [.. files.SelectMany(bytes => bytes)];
        return new FuzzCase
        {
            InputLength = all.Length, Input = () => all, Readings = files.Length * Readings, ReadingsOfEach = Readings,
            CanInflate = FuzzCase.IsDeflated(all) || (other is not null && FuzzCase.IsDeflated(other.Bytes)),
            HasJpeg2000 = FuzzCase.IsJpeg2000(all), Scans = files.Max(file => FuzzCase.ScansOf(file)), Run = cost => Run(files, options, cost),
        };
    }

    private byte[] Next(FuzzRandom random, int index, Specimen? other)
    {
        if (other is not null && random.OneIn(2))
        {
            byte[] bytes = _others.Damage(other, random);
            return bytes.Length <= MaxFile ? bytes : bytes[..MaxFile];
        }

        Specimen slice = BuiltSeries.All[index % BuiltSeries.Slices];
        return random.OneIn(3) ? slice.Bytes : _slices.Damage(slice, random);
    }

    private FuzzResult Run(byte[][] files, VolumeExportOptions options, CaseCost cost)
    {
        var hash = new FuzzHash();
        var collection = new SeriesCollection();
        int frames = 0;
        for (int i = 0; i < files.Length; i++)
        {
            string path = Path.Combine(_folder.Path, $"{i}.dcm");
            File.WriteAllBytes(path, files[i]);
            if (Read(path) is not { } file) continue;
            collection.Add(file);
            frames += file.FrameCount;
        }

        int sorted = 0;
        foreach (DicomSeries series in collection.Sort())
        {
            sorted += series.FrameCount + series.DuplicateFrames;
            InvariantException.Check(
                series.Stacks.Sum(stack => stack.FrameCount) == series.FrameCount, "a frame of a series is in no stack, or in two");
            foreach (DicomStack stack in series.Stacks)
            {
                hash.Add(stack.Size);
                hash.Add(stack.Problem.ToString());
                Export(stack, options, cost, ref hash);
            }
        }

        InvariantException.Check(sorted == frames, $"of {frames} frames {sorted} are in series");
        return new FuzzResult(hash.Value);
    }

    private static DicomSeriesFile? Read(string path)
    {
        try
        {
            DicomSeriesFile? file = SeriesFileReader.Read(path, null, CancellationToken.None, out IReadOnlyList<DicomWarning> warnings);
            MessageCheck.Check(warnings);
            return file;
        }
        catch (Exception exception) when (CaseRunner.IsAllowed(exception))
        {
            MessageCheck.Check(exception);
            return null;
        }
    }

    private static void Export(DicomStack stack, VolumeExportOptions options, CaseCost cost, ref FuzzHash hash)
    {
        cost.Frames += stack.FrameCount;
        cost.Produced += (long)stack.Columns * stack.Rows * sizeof(double) * Math.Max(stack.FrameCount, stack.Slices * stack.Volumes);
        try
        {
            cost.Produced += stack.Frames.GroupBy(frame => frame.FullName).Sum(frames => frames.Count() * DeclaredFrame.LengthOf(DicomFile.Open(frames.Key), MaxFile));
            using VolumeExport export = VolumeExport.Open(stack, options, CancellationToken.None);
            ExportedVolume volume = export.Write(export.TargetAt(0), CancellationToken.None);
            MessageCheck.Check(volume.GetWarnings());
            InvariantException.Check(new FileInfo(volume.FullName).Length == volume.Length, "a volume has another length than it says");
            cost.Produced += volume.Length;
            hash.Add(volume.Size);
            hash.Add(volume.Length);
            File.Delete(volume.FullName);
            if (volume.Sidecar is not null) File.Delete(volume.Sidecar);
        }
        catch (Exception exception) when (CaseRunner.IsAllowed(exception))
        {
            MessageCheck.Check(exception);
            hash.Add((exception as DicomException)?.Reason.ToString() ?? exception.GetType().Name);
        }
    }
}
