using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Editing;

/// <summary>Reads items of sequences from dictionaries, whose keys are tag paths.</summary>
internal static class ItemValues
{
    /// <summary>Whether a value is an array of items.</summary>
    public static bool AreItems(object? value) => value is IEnumerable many and not string and not IDictionary && many.Cast<object?>().FirstOrDefault() is IDictionary;

    /// <summary>The items; none for null.</summary>
    /// <exception cref="DicomException">The value is not of items.</exception>
    public static IReadOnlyList<IReadOnlyList<DatasetChange>> Parse(object? value, string path) => value switch
    {
        null or "" => [],
        IDictionary item => [ParseItem(item)],
        IEnumerable many and not string when many.Cast<object?>().All(one => one is IDictionary) => [.. many.Cast<IDictionary>().Select(ParseItem)],
        _ => throw new DicomException(DicomErrorReason.InvalidValue, "The element is a sequence: its value is made of dictionaries, one for each item.", tagPath: path),
    };

    private static IReadOnlyList<DatasetChange> ParseItem(IDictionary item)
    {
        var changes = new List<DatasetChange>();
        foreach (DictionaryEntry entry in item) changes.Add(DatasetChange.Set(entry.Key.ToString() ?? string.Empty, entry.Value));
        return changes;
    }
}
