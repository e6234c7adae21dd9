using System.Diagnostics.CodeAnalysis;

namespace PSDicom.Dictionary;

/// <summary>The registered unique identifiers (PS3.6 annex A), by value and by keyword.</summary>
internal sealed class UIDTable
{
    private const int ValueColumn = 0;
    private const int KeywordColumn = 1;
    private const int NameColumn = 2;
    private const int TypeColumn = 3;
    private const int RetiredColumn = 4;

    private readonly DataTable _table = DataTable.Load("uids.tsv");
    private readonly TextIndex _values;
    private readonly DicomUID?[] _entries;
    private TextIndex? _keywords;

    private UIDTable()
    {
        _values = new TextIndex(_table, ValueColumn);
        _entries = new DicomUID?[_table.RowCount];
    }

    /// <summary>The table, loaded on first use.</summary>
    public static UIDTable Instance { get; } = new();

    /// <summary>Finds an identifier by its numbers.</summary>
    public bool TryGet(string? uid, [NotNullWhen(true)] out DicomUID? result) => TryGet(_values, uid, out result);

    /// <summary>Finds an identifier by its keyword.</summary>
    public bool TryGetByKeyword(string? keyword, [NotNullWhen(true)] out DicomUID? result) =>
        TryGet(_keywords ??= new TextIndex(_table, KeywordColumn), keyword, out result);

    private bool TryGet(TextIndex index, string? text, [NotNullWhen(true)] out DicomUID? result)
    {
        int found = index.Find(text);
        result = found < 0 ? null : Entry(index.Row(found));
        return result is not null;
    }

    // If two threads make one twice, no harm is done.
    private DicomUID Entry(int row) => _entries[row] ??= new DicomUID(
        _table.Field(row, ValueColumn),
        _table.Field(row, KeywordColumn),
        _table.Field(row, NameColumn),
        _table.Field(row, TypeColumn),
        _table.Flag(row, RetiredColumn));
}
