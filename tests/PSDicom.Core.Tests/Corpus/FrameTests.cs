using System.Globalization;
using System.Runtime.CompilerServices;
using PSDicom.Dictionary;
using PSDicom.Operations;
using Xunit.Abstractions;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>Every frame of every file of the corpus, against what other toolkits decode of it.</summary>
public class FrameTests(ITestOutputHelper output)
{
    private readonly SortedDictionary<string, (int Files, int Frames, int Different)> _counts = [];

    [SkippableFact]
    public void Lossless_frames_equal_those_on_which_decoders_agree()
    {
        var differences = new Dictionary<string, string>();
        foreach (OracleFrames oracle in OracleFrames.ReadAll().Where(file => !IsLossy(file.TransferSyntax)))
        {
            Dictionary<int, string> agreed = oracle.Agreed("as-stored");
            if (agreed.Count == 0) continue;
            var different = new List<string>();
            try
            {
                string path = Path.Combine(CorpusFolder.Files, oracle.RelativePath);
                foreach (DicomFrameHash hash in FrameHasher.Hash(path, [.. agreed.Keys.Order()], asRgb: false, CancellationToken.None))
                {
                    if (hash.Sha256 != agreed[hash.Frame]) different.Add(string.Create(CultureInfo.InvariantCulture, $"frame {hash.Frame} ({hash.Length} bytes)"));
                }
            }
            catch (DicomException exception)
            {
                different.Add(exception.Message);
            }

            Count(oracle.TransferSyntax, agreed.Count, different.Count);
            if (different.Count > 0) differences[oracle.RelativePath] = string.Join(", ", different.Take(3));
        }

        Report(differences, "lossless");
    }

    private static bool IsLossy(string transferSyntax) => DicomTransferSyntax.Find(transferSyntax) is { IsLossy: true };

    private void Count(string transferSyntax, int frames, int different)
    {
        _counts.TryGetValue(transferSyntax, out (int Files, int Frames, int Different) count);
        _counts[transferSyntax] = (count.Files + 1, count.Frames + frames, count.Different + different);
    }

    /// <summary>Fails for what is not listed with a reason, and for what is listed and does not differ.</summary>
    private void Report(Dictionary<string, string> differences, string kind)
    {
        foreach ((string syntax, (int files, int frames, int different)) in _counts)
            output.WriteLine($"{syntax,-24} {files,4} files {frames,5} frames {different,3} different");
        HashSet<string> known = KnownDifferences(kind);
        foreach (var d in differences.Where(d => !known.Contains(d.Key))) output.WriteLine($"DIFF {d.Key}: {d.Value}");
        Assert.Equal([], differences.Where(difference => !known.Contains(difference.Key)).Select(difference => $"{difference.Key}: {difference.Value}"));
        Assert.Equal([], known.Where(file => !differences.ContainsKey(file)).Select(file => $"{file} is listed but does not differ"));
    }

    private static HashSet<string> KnownDifferences(string kind, [CallerFilePath] string source = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(source)!, "known-frame-differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[1] == kind)
            .Select(cells => cells[0])];
}
