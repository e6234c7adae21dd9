using System.Globalization;
using PSDicom.Data;
using PSDicom.IO;
using Xunit.Abstractions;

namespace PSDicom.Core.Tests.Corpus;

public class OracleTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void Elements_equal_those_of_another_toolkit()
    {
        int elements = 0;
        var differences = new List<string>();
        foreach (string relativePath in CorpusFolder.RelativePaths())
        {
            Dictionary<string, DicomElement> ours = [];
            try { ours = Flatten(DicomFile.Open(Path.Combine(CorpusFolder.Files, relativePath))); }
            catch (DicomException e) { differences.Add($"{relativePath}\t\topen\t{e.Reason}\t{e.Message}"); }
            foreach (OracleElement expected in OracleElement.Read(relativePath))
            {
                elements++;
                if (Compare(ours, expected) is { } difference) differences.Add(relativePath + "\t" + difference);
            }
        }

        output.WriteLine($"{elements} elements, {differences.Count} differences");
        File.WriteAllLines("/tmp/differences.tsv", differences);
        Assert.Empty(differences);
    }

    private static string? Compare(Dictionary<string, DicomElement> ours, OracleElement expected)
    {
        if (!ours.TryGetValue(expected.Path, out DicomElement? element)) return $"{expected.Path}\tmissing\t\t{expected.VR} {expected.Value}";
        if (element.VR.Code != expected.VR) return $"{expected.Path}\tVR\t{element.VR}\t{expected.VR}\t{expected.Value}";
        if (OracleText.VM(element) != expected.VM) return $"{expected.Path}\tVM\t{OracleText.VM(element)}\t{expected.VM}\t{element.VR}\t{expected.Value}";
        string value = OracleText.Value(element);
        return OracleText.AreEqual(element, value, expected.Value) ? null : $"{expected.Path}\tvalue {element.VR}\t{value}\t{expected.Value}";
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
                string path = OracleText.PathOf(outer, element);
                elements[path] = element;
                for (int i = 0; i < element.Items.Count; i++)
                    Add(string.Create(CultureInfo.InvariantCulture, $"{path}/{i}/"), element.Items[i]);
            }
        }
    }
}
