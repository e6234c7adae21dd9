namespace PSDicom.Operations.Rewriting;

/// <summary>Writes fields of comma-separated text, as <see cref="CsvReader"/> reads them.</summary>
internal static class CsvText
{
    /// <summary>A field, in quotes if it needs them.</summary>
    public static string Field(string text) => text.IndexOfAny([',', '"', '\r', '\n', ';', '\t']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
}
