using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Operations.Tags;

/// <summary>Reads the text to store in a picture from a header.</summary>
internal static class HeaderText
{
    /// <summary>Names and values, in the order of the query; missing elements are left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(DicomFile file, TagQuery? tags)
    {
        if (tags is null) return [];
        var text = new List<KeyValuePair<string, string>>();
        foreach (DicomTagValue row in TagReader.RowsOf(file, new TagReadOptions { Tags = tags }, default))
        {
            if (row.RawValue is { } value) text.Add(new KeyValuePair<string, string>(row.TagPath, value));
        }

        return text;
    }
}
