namespace PSDicom.Dictionary;

/// <summary>The transfer syntaxes with their properties (PS3.5 annex A).</summary>
internal sealed class TransferSyntaxTable
{
    private const int UIDColumn = 0;

    private readonly DataTable _table = DataTable.Load("transfer-syntaxes.tsv");
    private readonly TextIndex _uids;
    private readonly DicomTransferSyntax?[] _entries;

    private TransferSyntaxTable()
    {
        _uids = new TextIndex(_table, UIDColumn);
        _entries = new DicomTransferSyntax?[_table.RowCount];
    }

    /// <summary>The table, loaded on first use.</summary>
    public static TransferSyntaxTable Instance { get; } = new();

    /// <summary>Finds a transfer syntax by its unique identifier.</summary>
    public DicomTransferSyntax? Find(string uid)
    {
        int found = _uids.Find(uid);
        return found < 0 ? null : Entry(_uids.Row(found));
    }

    // If two threads make one twice, no harm is done.
    private DicomTransferSyntax Entry(int row) => _entries[row] ??= new DicomTransferSyntax(
        _table.Field(row, UIDColumn),
        isExplicitVR: _table.Flag(row, 1),
        isBigEndian: _table.Flag(row, 2),
        isBigEndianPixelData: _table.Flag(row, 3),
        isDeflated: _table.Flag(row, 4),
        isEncapsulated: _table.Flag(row, 5),
        isLossy: _table.Flag(row, 6))
    {
        Codec = _table.Field(row, 7) is { Length: > 0 } codec ? codec : null,
        IsCombined = _table.Flag(row, 8),
    };
}
