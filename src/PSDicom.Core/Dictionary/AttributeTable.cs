using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>The attributes of the standard (PS3.6, PS3.7 annex E), by tag and by keyword.</summary>
internal sealed class AttributeTable
{
    private const int VMColumn = 2;
    private const int KeywordColumn = 3;
    private const int NameColumn = 4;
    private const int RetiredColumn = 5;
    private const int VROffset = 9; // after a tag of eight digits and its tab
    private const int HashBits = 14; // three slots for each row: most tags are found in the first one tried

    private readonly DataTable _table = DataTable.Load("attributes.tsv");
    private readonly uint[] _tags;
    private readonly ushort[] _slots = new ushort[1 << HashBits]; // row number plus one, zero for a free slot
    private readonly Pattern[] _patterns;
    private readonly DicomDictionaryEntry?[] _entries;
    private TextIndex? _keywords;
    private string[]? _keywordTexts;

    private AttributeTable()
    {
        _tags = new uint[_table.RowCount];
        _entries = new DicomDictionaryEntry?[_table.RowCount];
        var repeating = new List<int>();
        for (int row = 0; row < _tags.Length; row++)
        {
            uint tag = _table.TagPattern(_table.RowStart(row), out uint mask);
            _tags[row] = tag;
            if (mask == uint.MaxValue)
                Add(tag, row);
            else
                repeating.Add(row);
        }

        _patterns = new Pattern[repeating.Count];
        for (int i = 0; i < _patterns.Length; i++) _patterns[i] = ReadPattern(repeating[i]);
    }

    /// <summary>The table, loaded on first use.</summary>
    public static AttributeTable Instance { get; } = new();

    /// <summary>Every keyword, sorted by tag.</summary>
    public IReadOnlyList<string> Keywords => _keywordTexts ??= ReadKeywords();

    private TextIndex KeywordIndex => _keywords ??= new TextIndex(_table, KeywordColumn);

    /// <summary>Finds the row of a tag that is not of a repeating group.</summary>
    /// <returns>The row, or -1.</returns>
    public int FindExact(uint tag)
    {
        for (int slot = Slot(tag); _slots[slot] != 0; slot = Next(slot))
        {
            int row = _slots[slot] - 1;
            if (_tags[row] == tag) return row;
        }

        return -1;
    }

    /// <summary>Finds the row of the repeating group that a tag belongs to.</summary>
    /// <returns>The row, or -1.</returns>
    public int FindRepeating(uint tag)
    {
        foreach (Pattern pattern in _patterns)
        {
            if ((tag & pattern.Mask) == pattern.Tag) return pattern.Row;
        }

        return -1;
    }

    /// <summary>Finds the row of a keyword, without regard to case.</summary>
    /// <returns>The row, or -1.</returns>
    public int FindKeyword(string? keyword)
    {
        int entry = KeywordIndex.Find(keyword);
        return entry < 0 ? -1 : KeywordIndex.Row(entry);
    }

    /// <summary>The value representation of a row, without allocating.</summary>
    public DicomVR? VR(int row, out bool isAmbiguous) => VRChoice.ReadDefault(_table, _table.RowStart(row) + VROffset, out isAmbiguous);

    /// <summary>The entry of a row. If two threads make it twice, no harm is done.</summary>
    public DicomDictionaryEntry Entry(int row) => _entries[row] ??= ReadEntry(row);

    private DicomDictionaryEntry ReadEntry(int row)
    {
        Pattern pattern = ReadPattern(row);
        return new DicomDictionaryEntry(
            pattern.Tag,
            pattern.Mask,
            _table.Field(row, KeywordColumn),
            _table.Field(row, NameColumn),
            VRChoice.Read(_table, _table.RowStart(row) + VROffset),
            _table.Field(row, VMColumn),
            _table.Flag(row, RetiredColumn));
    }

    private string[] ReadKeywords()
    {
        var keywords = new string[KeywordIndex.Count];
        for (int i = 0; i < keywords.Length; i++) keywords[i] = _table.Field(KeywordIndex.Row(i), KeywordColumn);
        return keywords;
    }

    private void Add(uint tag, int row)
    {
        int slot = Slot(tag);
        while (_slots[slot] != 0) slot = Next(slot);
        _slots[slot] = (ushort)(row + 1);
    }

    // Repeating groups are even, because the odd ones between them are private: the lowest bit of the group belongs to the mask.
    private Pattern ReadPattern(int row)
    {
        uint tag = _table.TagPattern(_table.RowStart(row), out uint mask);
        return new Pattern(tag, mask | 0x0001_0000, row);
    }

    private static int Slot(uint tag) => (int)((tag * 0x9E37_79B1) >> (32 - HashBits));

    private static int Next(int slot) => (slot + 1) & ((1 << HashBits) - 1);

    private readonly struct Pattern(uint tag, uint mask, int row)
    {
        public readonly uint Tag = tag;
        public readonly uint Mask = mask;
        public readonly int Row = row;
    }
}
