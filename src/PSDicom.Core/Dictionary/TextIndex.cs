using System;
using System.Collections.Generic;

namespace PSDicom.Dictionary;

/// <summary>
/// Finds a row by its text in one (ASCII) column, without regard to case and without allocating. Of rows that differ only in case, the exact
/// match is preferred. Rows with an empty field are not indexed.
/// </summary>
internal sealed class TextIndex
{
    private const uint HashFactor = 0x0100_0193;

    private readonly DataTable _table;
    private readonly List<int> _rows = [];
    private readonly List<int> _starts = [];

    // Open addressing: an entry number plus one, zero for a free slot; at most half full.
    private readonly ushort[] _slots;

    public TextIndex(DataTable table, int column)
    {
        _table = table;
        for (int row = 0; row < table.RowCount; row++)
        {
            int start = table.FieldStart(row, column);
            if (table.IsFieldEnd(start)) continue;
            _rows.Add(row);
            _starts.Add(start);
        }

        int size = 1;
        while (size < _rows.Count * 2) size <<= 1;
        _slots = new ushort[size];
        for (int entry = 0; entry < _starts.Count; entry++)
        {
            int start = _starts[entry];
            int slot = Slot(HashField(table.Bytes, start));
            while (_slots[slot] != 0) slot = Next(slot);
            _slots[slot] = (ushort)(entry + 1);
        }
    }

    /// <summary>The number of entries, which are in the order of their rows.</summary>
    public int Count => _rows.Count;

    /// <summary>The row of an entry; for the entry after the last, the row after the last.</summary>
    public int Row(int entry) => entry < _rows.Count ? _rows[entry] : _table.RowCount;

    /// <summary>Finds a text, ignoring spaces and zero bytes around it.</summary>
    /// <returns>The entry, or -1.</returns>
    public int Find(string? text, bool ignoresCase = true)
    {
        ReadOnlySpan<char> wanted = text.AsSpan().Trim(" \0".AsSpan());
        int otherCase = -1;
        for (int slot = Slot(Hash(wanted)); _slots[slot] != 0; slot = Next(slot))
        {
            int entry = _slots[slot] - 1;
            if (!Matches(_starts[entry], wanted, out bool sameCase)) continue;
            if (sameCase) return entry;
            if (otherCase < 0) otherCase = entry;
        }

        return ignoresCase ? otherCase : -1;
    }

    private bool Matches(int start, ReadOnlySpan<char> wanted, out bool sameCase)
    {
        byte[] bytes = _table.Bytes;
        sameCase = true;
        if (wanted.Length >= bytes.Length - start) return false;
        for (int i = 0; i < wanted.Length; i++)
        {
            int have = bytes[start + i];
            int want = wanted[i];
            if (have == want) continue;
            if (Lower(have) != Lower(want)) return false;
            sameCase = false;
        }

        return _table.IsFieldEnd(start + wanted.Length);
    }

    private int Slot(uint hash) => (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));

    private int Next(int slot) => (slot + 1) & (_slots.Length - 1);

    // Both fold case by setting its bit; a hash may fold some other characters as well.
    private static uint HashField(byte[] bytes, int start)
    {
        uint hash = 0;
        for (int i = start; bytes[i] >= ' '; i++) hash = (hash ^ (uint)(bytes[i] | 0x20)) * HashFactor;
        return hash;
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = 0;
        foreach (char character in text) hash = (hash ^ (uint)(character | 0x20)) * HashFactor;
        return hash;
    }

    private static int Lower(int character) => character is >= 'A' and <= 'Z' ? character | 0x20 : character;
}
