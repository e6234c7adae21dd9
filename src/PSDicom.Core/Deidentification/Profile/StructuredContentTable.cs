using System.Collections.Generic;
using System.Linq;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Profile;

/// <summary>Table E.3.4-1 of PS3.15: what happens to content items of structured reports, by their concept.</summary>
internal static class StructuredContentTable
{
    private const int ValueTypeColumn = 2;
    private const int BasicColumn = 3;

    private static readonly Dictionary<(string Code, string Scheme, string ValueType), string[]> Rows = Load();

    /// <summary>What happens to a content item; null if the table does not list its concept.</summary>
    /// <param name="item">The item.</param>
    /// <param name="rules">The rules of the run.</param>
    public static ProfileAction? Find(DicomDataset item, ProtectionRules rules)
    {
        if (item[DicomTag.ConceptNameCodeSequence]?.Items is not { Count: > 0 } names) return null;
        string code = names[0].GetText(DicomTag.CodeValue)?.Trim() ?? string.Empty;
        string scheme = names[0].GetText(DicomTag.CodingSchemeDesignator)?.Trim() ?? string.Empty;
        string type = item.GetText(DicomTag.ValueType)?.Trim() ?? string.Empty;
        if (!Rows.TryGetValue((code, scheme, type), out string[]? row)) return null;
        ProfileAction? chosen = null;
        int column = BasicColumn;
        foreach (bool isChosen in (bool[])
        [
            rules.Retains(Retention.Uids),
            rules.Retains(Retention.DeviceIdentity),
            rules.Retains(Retention.InstitutionIdentity),
            rules.Retains(Retention.PatientCharacteristics),
            rules.Retains(Retention.FullDates),
            rules.Retains(Retention.ModifiedDates),
            rules.Cleans(Cleaning.Descriptors),
        ])
        {
            chosen = ProfileColumns.Strongest(chosen, row[++column], isChosen);
        }

        return chosen ?? ProfileColumns.Parse(row[BasicColumn]);
    }

    private static Dictionary<(string Code, string Scheme, string ValueType), string[]> Load()
    {
        DataTable table = DataTable.Load("confidentiality-structured-content.tsv");
        const int Columns = 11;
        var rows = new Dictionary<(string Code, string Scheme, string ValueType), string[]>();
        for (int row = 0; row < table.RowCount; row++)
        {
            int number = row;
            string[] fields = [.. Enumerable.Range(0, Columns).Select(column => table.Field(number, column))];
            rows[(fields[0], fields[1], fields[ValueTypeColumn])] = fields;
        }

        return rows;
    }
}
