using System.Threading;

namespace PSDicom.Dictionary;

/// <summary>The private attributes that vendors have published, by creator, group and the element's low byte (PS3.5 section 7.8).</summary>
internal sealed class PrivateAttributeTable
{
    private const int CreatorColumn = 0;
    private const int TagColumn = 1;
    private const int VRColumn = 2;
    private const int VMColumn = 3;
    private const int NameColumn = 4;

    private const uint AnyBlock = 0xFFFF_00FF;
    private const uint AnyGroupOfSameHighByte = 0xFF00_FFFF;

    private readonly DataTable _table = DataTable.Load("private-attributes.tsv");
    private readonly TextIndex _creators;
    private readonly uint[] _keys; // by row; zero until the row's creator is first used
    private readonly DicomDictionaryEntry?[] _entries;

    private PrivateAttributeTable()
    {
        _creators = new TextIndex(_table, CreatorColumn);
        _keys = new uint[_table.RowCount];
        _entries = new DicomDictionaryEntry?[_table.RowCount];
    }

    /// <summary>The table, loaded on first use.</summary>
    public static PrivateAttributeTable Instance { get; } = new();

    /// <summary>
    /// Finds the row of a private element: first for its block, then for any block, then for a range of groups.
    /// </summary>
    /// <returns>The row, or -1.</returns>
    public int Find(string? creator, DicomTag tag, bool ignoresCase)
    {
        if (!tag.IsPrivate || tag.Element <= 0xFF) return -1;
        int entry = _creators.Find(creator, ignoresCase);
        if (entry < 0) return -1;
        int first = _creators.Row(entry);
        int end = _creators.Row(entry + 1);
        ReadKeys(first, end);
        int row = FindInRows(first, end, Key(tag.Value));
        return row >= 0 ? row : FindInRows(first, end, Key(tag.Value & AnyGroupOfSameHighByte));
    }

    /// <summary>The value representation of a row, without allocating.</summary>
    public DicomVR? VR(int row, out bool isAmbiguous) => VRChoice.ReadDefault(_table, _table.FieldStart(row, VRColumn), out isAmbiguous);

    /// <summary>The entry of a row. If two threads make it twice, no harm is done.</summary>
    public DicomDictionaryEntry Entry(int row) => _entries[row] ??= ReadEntry(row);

    private DicomDictionaryEntry ReadEntry(int row)
    {
        uint tag = _table.TagPattern(_table.FieldStart(row, TagColumn), out uint mask);
        return new DicomDictionaryEntry(
            tag & AnyBlock,
            mask & AnyBlock,
            keyword: "",
            _table.Field(row, NameColumn),
            VRChoice.Read(_table, _table.FieldStart(row, VRColumn)),
            _table.Field(row, VMColumn),
            isRetired: false,
            CreatorOf(row));
    }

    private string CreatorOf(int row)
    {
        while (_table.IsFieldEnd(_table.RowStart(row))) row--;
        return _table.Field(row, CreatorColumn);
    }

    // From last to first, so that a thread which sees the first key sees all of them.
    private void ReadKeys(int first, int end)
    {
        if (Volatile.Read(ref _keys[first]) != 0) return;
        for (int row = end - 1; row >= first; row--)
            Volatile.Write(ref _keys[row], Key(_table.TagPattern(_table.FieldStart(row, TagColumn), out _)));
    }

    // The rows of one creator are sorted by key. Those of one group and low byte are neighbours, the one for any block first.
    private int FindInRows(int first, int end, uint key)
    {
        int low = first;
        int high = end;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_keys[middle] < (key & 0xFFFF_FF00)) low = middle + 1;
            else high = middle;
        }

        if (low == end || (_keys[low] ^ key) > 0xFF) return -1;
        for (int row = low; row < end && (_keys[row] ^ key) <= 0xFF; row++)
        {
            if (_keys[row] == key) return row;
        }

        return low;
    }

    // Group, low byte of the element, block.
    private static uint Key(uint tag) => (tag & 0xFFFF_0000) | ((tag & 0xFF) << 8) | ((tag >> 8) & 0xFF);
}
