using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Operations;

/// <summary>What a user wants to have of a header in a picture, as text.</summary>
internal static class HeaderText
{
    /// <summary>Names and values, in the order in which they are named; what the file does not have is left out.</summary>
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
