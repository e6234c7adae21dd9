using System;
using System.Buffers.Binary;

namespace PSDicom.Frames;

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
    private const int MaxRead = 64 * 1024;

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
            return Decode(entry);
        }
    }

    /// <summary>Whether no frame begins before the one before it, as they have to lie in the order of their numbers. Reads all of the table.</summary>
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
