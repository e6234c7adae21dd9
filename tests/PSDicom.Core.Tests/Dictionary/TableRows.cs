namespace PSDicom.Core.Tests.Dictionary;

/// <summary>The rows of an embedded table, read in the simplest way.</summary>
internal static class TableRows
{
    public static List<string[]> Read(string name)
    {
        using Stream resource = typeof(DicomDictionary).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int columns = lines[0].Split('\t').Length;
        List<string[]> rows = lines.Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.All(rows, row => Assert.Equal(columns, row.Length));
        return rows;
    }
}
