using System.Globalization;
using Xunit.Abstractions;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>Every element of every file of the corpus, against what another toolkit reads of it.</summary>
public class OracleTests(ITestOutputHelper output)
{
    /// <summary>The part of all elements that must be equal; the others are listed with the reason why ours is right.</summary>
    private const double WantedEquality = 0.998;

    [SkippableFact]
    public void Elements_equal_those_of_another_toolkit_but_for_listed_cases()
    {
        int elements = 0;
        var differences = new Dictionary<(string File, string Path), string>();
        foreach (string file in CorpusFolder.RelativePaths())
        {
            Dictionary<string, DicomElement> ours = [];
            try
            {
                ours = Flatten(DicomFile.Open(Path.Combine(CorpusFolder.Files, file)));
            }
            catch (DicomException exception)
            {
                differences.Add((file, ""), exception.Message);
            }

            foreach (OracleElement expected in OracleElement.Read(file))
            {
                elements++;
                if (Compare(ours, expected) is { } difference) differences[(file, expected.Path)] = difference;
            }
        }

        // A file that is wholly refused is one case, named by its first element.
        HashSet<(string File, string Path)> known = KnownDifferences();
        foreach (string refused in differences.Keys.Where(key => key.Path.Length == 0).Select(key => key.File).ToList())
        {
            if (known.Any(key => key.File == refused && key.Path.Length > 0)) differences.Remove((refused, ""));
        }

        output.WriteLine($"{elements} elements, {differences.Count} differences");
        Assert.Equal([], differences.Where(difference => !known.Contains(difference.Key)).Select(difference => $"{difference.Key}: {difference.Value}"));
        Assert.Equal([], known.Where(key => !differences.ContainsKey(key)).Select(key => $"{key} is listed but does not differ"));
        Assert.True(differences.Count <= elements * (1 - WantedEquality));
    }

    private static string? Compare(Dictionary<string, DicomElement> ours, OracleElement expected)
    {
        if (!ours.TryGetValue(expected.Path, out DicomElement? element)) return $"missing, should be {expected.VR} {expected.Value}";
        if (element.VR.Code != expected.VR) return $"{element.VR}, should be {expected.VR} {expected.Value}";
        if (OracleText.VM(element) != expected.VM) return $"{OracleText.VM(element)} values, should be {expected.VM}: {expected.Value}";
        string value = OracleText.Value(element);
        return OracleText.AreEqual(element, value, expected.Value) ? null : $"{value}, should be {expected.Value}";
    }

    private static Dictionary<string, DicomElement> Flatten(DicomFile file)
    {
        var elements = new Dictionary<string, DicomElement>();
        Add("", file.FileMeta);
        Add("", file.Dataset);
        return elements;

        void Add(string outer, DicomDataset dataset)
        {
            foreach (DicomElement element in dataset.Elements)
            {
                string path = outer + element.Tag.Value.ToString("X8", CultureInfo.InvariantCulture);
                elements[path] = element;
                for (int i = 0; i < element.Items.Count; i++)
                    Add(string.Create(CultureInfo.InvariantCulture, $"{path}/{i}/"), element.Items[i]);
            }
        }
    }

    private static HashSet<(string File, string Path)> KnownDifferences() =>
        [.. File.ReadLines(CorpusFolder.Table("known-differences.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1]))];
}
