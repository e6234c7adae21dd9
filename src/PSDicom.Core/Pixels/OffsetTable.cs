using System;
using System.Buffers.Binary;

namespace PSDicom.Pixels;

/// <summary>Reads bytes of an offset table.</summary>
/// <param name="start">The first byte wanted, counted from the table's beginning.</param>
/// <param name="destination">Filled wholly.</param>
internal delegate void OffsetTableReader(long start, Span<byte> destination);

/// <summary>
/// An extended or basic offset table: where frames begin, counted from the first fragment's item (PS3.5 section A.4, PS3.3 section
/// C.7.6.3.1.8). Only the entries asked for are read.
/// </summary>
internal sealed class OffsetTable(long count, int entrySize, bool isBigEndian, OffsetTableReader read)
{
    /// <summary>How many frames are listed.</summary>
    public long Count => count;

    /// <summary>Where a frame begins.</summary>
    public ulong this[long frame]
    {
        get
        {
            Span<byte> entry = stackalloc byte[sizeof(ulong)];
            entry = entry.Slice(0, entrySize);
            read(frame * entrySize, entry);
            if (entrySize == sizeof(uint))
                return isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(entry) : BinaryPrimitives.ReadUInt32LittleEndian(entry);
            return isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(entry) : BinaryPrimitives.ReadUInt64LittleEndian(entry);
        }
    }
}
