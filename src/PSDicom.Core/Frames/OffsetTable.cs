using System;
using System.Buffers.Binary;

namespace PSDicom.Frames;

/// <summary>Reads bytes of an offset table.</summary>
/// <param name="start">The position of the first byte in the table.</param>
/// <param name="destination">Filled completely.</param>
internal delegate void OffsetTableReader(long start, Span<byte> destination);

/// <summary>
/// An extended or basic offset table: the positions of frames, relative to the first fragment's item (PS3.5 section A.4, PS3.3 section
/// C.7.6.3.1.8). Entries are read on demand.
/// </summary>
internal sealed class OffsetTable(long count, int entrySize, bool isBigEndian, OffsetTableReader read)
{
    private const int MaxRead = 64 * 1024;

    /// <summary>The number of entries.</summary>
    public long Count => count;

    /// <summary>The offset of a frame.</summary>
    public ulong this[long frame]
    {
        get
        {
            Span<byte> entry = stackalloc byte[sizeof(ulong)];
            entry = entry.Slice(0, entrySize);
            read(frame * entrySize, entry);
            return Decode(entry);
        }
    }

    /// <summary>Whether the offsets ascend, as frames must be in order. Reads the whole table.</summary>
    public bool IsAscending()
    {
        long length = count * entrySize;
        var bytes = new byte[(int)Math.Min(MaxRead, length)];
        ulong? last = null;
        for (long start = 0; start < length; start += bytes.Length)
        {
            Span<byte> entries = bytes.AsSpan(0, (int)Math.Min(bytes.Length, length - start));
            read(start, entries);
            for (; entries.Length > 0; entries = entries.Slice(entrySize))
            {
                ulong entry = Decode(entries.Slice(0, entrySize));
                if (entry < last) return false;
                last = entry;
            }
        }

        return true;
    }

    private ulong Decode(ReadOnlySpan<byte> entry) => entrySize == sizeof(uint)
        ? isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(entry) : BinaryPrimitives.ReadUInt32LittleEndian(entry)
        : isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(entry) : BinaryPrimitives.ReadUInt64LittleEndian(entry);
}
