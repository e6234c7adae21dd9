using PSDicom.Frames;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>Damaged files of every transfer syntax: a frame, or one error of the toolkit's own.</summary>
public class FrameMutationTests
{
    private const int MaxFile = 40_000;
    private const int FilesOfEach = 2;
    private const int MutationsOfEach = 40;

    [SkippableFact]
    public void Damaged_files_give_frames_or_an_error()
    {
        var failures = new List<string>();
        int decoded = 0, refused = 0;
        foreach (IGrouping<string, OracleFrames> syntax in OracleFrames.ReadAll().GroupBy(file => file.TransferSyntax))
        {
            IEnumerable<string> files = syntax
                .Select(file => Path.Combine(CorpusFolder.Files, file.RelativePath))
                .Where(path => new FileInfo(path).Length < MaxFile)
                .Take(FilesOfEach);
            foreach (string path in files)
            {
                byte[] whole = File.ReadAllBytes(path);
                for (int seed = 0; seed < MutationsOfEach; seed++)
                {
                    try
                    {
                        var options = new FrameReadOptions { AsRgb = true, Rescaled = true };
                        decoded += FrameReader.Read(DicomFile.Open(Mutate(whole, seed)), null, options, CancellationToken.None).Take(3).Count();
                    }
                    catch (DicomException)
                    {
                        refused++;
                    }
                    catch (Exception exception) when (exception is not OutOfMemoryException)
                    {
                        failures.Add($"{Path.GetFileName(path)}, seed {seed}: {exception}");
                    }
                }
            }
        }

        Assert.Equal([], failures);
        Assert.True(decoded > 100 && refused > 20, $"{decoded} decoded, {refused} refused");
    }

    /// <summary>Some bytes of the last half changed, some of the header, or the end cut off.</summary>
    private static byte[] Mutate(byte[] whole, int seed)
    {
        var random = new Random(seed);
        byte[] bytes = seed % 4 == 0 ? whole[..random.Next(whole.Length / 2, whole.Length)] : [.. whole];
        int first = seed % 4 == 1 ? 132 : bytes.Length / 2;
        if (seed % 4 == 0 || bytes.Length <= first) return bytes;
        for (int i = random.Next(1, 8); i > 0; i--) bytes[random.Next(first, bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
