using System.Globalization;

namespace PSDicom.Core.Tests.Corpus;

/// <summary>A row of an oracle's table: what another toolkit reads of one element.</summary>
internal sealed record OracleElement(string Path, string VR, string VM, string Value)
{
    public static IEnumerable<OracleElement> Read(string relativePath)
    {
        foreach (string line in File.ReadLines(System.IO.Path.Combine(CorpusFolder.Oracle, relativePath + ".elements.tsv")).Skip(1))
        {
            string[] cells = line.Split('\t');
            if (cells[0] != "!") yield return new OracleElement(cells[0], cells[2], cells[3], Unescape(cells[6]));
        }
    }

    private static string Unescape(string text)
    {
        for (int i = text.IndexOf('%'); i >= 0 && i + 2 < text.Length; i = text.IndexOf('%', i + 1))
        {
            if (byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code))
                text = text[..i] + (char)code + text[(i + 3)..];
        }

        return text;
    }
}
