using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>A mapping table of decoded values (ITU-T T.87 C.2.4.1.2).</summary>
internal sealed class MappingTable(int entryLength)
{
    private readonly List<int> _entries = [];

    /// <summary>Bytes per entry.</summary>
    public int EntryLength { get; } = entryLength;

    /// <summary>The value of a decoded sample; 0 beyond the table.</summary>
    public int this[int sample] => sample < _entries.Count ? _entries[sample] : 0;

    /// <summary>Adds the entries of a specification or continuation segment.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i + EntryLength <= bytes.Length; i += EntryLength)
            _entries.Add(EntryLength == 1 ? bytes[i] : (bytes[i] << 8) | bytes[i + 1]);
    }
}
