using System.Collections.Generic;
using System.Linq;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>Names of elements in messages.</summary>
internal static class ElementNames
{
    private const int Most = 5;

    /// <summary>Names with commas between them, of many the first.</summary>
    public static string Of(IReadOnlyList<string> names) =>
        PlainText.Of(string.Join(", ", names.Take(Most))) + (names.Count > Most ? $" and {names.Count - Most} more" : string.Empty);
}
