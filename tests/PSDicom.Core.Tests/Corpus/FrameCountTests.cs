using System.Globalization;
using PSDicom.Frames;

namespace PSDicom.Core.Tests.Corpus;

public class FrameCountTests
{
    /// <summary>Where ours is right and not the other toolkits.</summary>
    private static readonly Dictionary<string, (int Frames, string Reason)> Exceptions = new()
    {
        ["fo-dicom+fo-dicom/FO-DICOM.Tests/Test Data/GH1146.dcm"] =
            (0, "Pixel Data are there without a value; the one toolkit that gives a frame gives memory that it never wrote."),
        ["pydicom+pydicom/test_files/badVR.dcm"] =
            (15, "Number of Frames is '1A', which others take for 1; the 6,000 bytes are 15 frames of 10 x 10 x 4."),
    };

    [SkippableFact]
    public void Frames_are_as_many_as_other_toolkits_find()
    {
        var differences = new List<string>();
        int files = 0;
        foreach (string relativePath in CorpusFolder.RelativePaths())
        {
            string table = Path.Combine(CorpusFolder.Oracle, relativePath + ".frames.tsv");
            if (!File.Exists(table)) continue;
            files++;
            int expected = Exceptions.TryGetValue(relativePath.Replace('\\', '/'), out (int Frames, string Reason) ours) ? ours.Frames : CountFrames(table);
            DicomFrameCount found = FrameCounter.Count(Path.Combine(CorpusFolder.Files, relativePath), null, CancellationToken.None);
            if (found.FrameCount != expected) differences.Add($"{relativePath}: {found.FrameCount} ({found.Source}, {found.Warning}), not {expected}");
        }

        Assert.Empty(differences);
        Assert.True(files > 300, $"Only {files} files have frames.");
    }

    private static int CountFrames(string table) => File.ReadLines(table)
        .Select(line => line.Split('\t')[0])
        .Where(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Distinct()
        .Count();
}
