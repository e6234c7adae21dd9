using System.Collections.Generic;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Profile;

/// <summary>
/// Attributes of text that table E.1-1 does not list and that are about technique, not people: their values come from devices and from lists
/// of the standard.
/// </summary>
internal static class TechnicalText
{
    private static readonly HashSet<uint> Tags = Load();

    /// <summary>Whether an attribute is one of them.</summary>
    public static bool Contains(DicomTag tag) => Tags.Contains(tag.Value);

    private static HashSet<uint> Load()
    {
        DataTable table = DataTable.Load("technical-text.tsv");
        var tags = new HashSet<uint>();
        for (int row = 0; row < table.RowCount; row++) tags.Add(table.TagPattern(table.RowStart(row), out _));
        return tags;
    }
}
