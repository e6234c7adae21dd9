using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using PSDicom.Data;

namespace PSDicom.Pixels;

/// <summary>Encapsulated pixel data: offset tables and fragments, of which no more is read than is asked for (PS3.5 section A.4).</summary>
/// <param name="pixelData">The element.</param>
/// <param name="extendedOffsetTable">Extended Offset Table (7FE0,0001), if there is one (PS3.3 section C.7.6.3.1.8).</param>
/// <param name="source">Where the bytes are.</param>
/// <param name="sourceLength">How many bytes there are; 0 if that is not known: then the offset tables are left aside.</param>
internal sealed class EncapsulatedPixels(DicomElement pixelData, DicomElement? extendedOffsetTable, IValueSource source, long sourceLength)
{
    private const int HeaderLength = 8;
    private const uint Item = 0xFFFE_E000;
    private IReadOnlyList<DicomFragment>? _fragments;

    /// <summary>The fragments, without the offset table.</summary>
    public IReadOnlyList<DicomFragment> Fragments => _fragments ??= ReadFragments();

    /// <summary>The number of frames that the extended offset table lists, or else the basic one; 0 if neither is there or is whole.</summary>
    public long CountTableEntries()
    {
        long entries = CountExtended();
        return entries > 0 ? entries : CountBasic();
    }

    /// <summary>How many fragments begin an image of the kind that the first one is; null if that cannot be told.</summary>
    public int? CountStarts()
    {
        Span<byte> bytes = stackalloc byte[CodestreamStart.Length];
        CodestreamKind first = CodestreamKind.Unknown;
        int count = 0;
        foreach (DicomFragment fragment in Fragments)
        {
            Span<byte> start = bytes.Slice(0, (int)Math.Min(bytes.Length, fragment.Length));
            source.Read(fragment.Offset, start);
            CodestreamKind kind = CodestreamStart.Find(start);
            if (count == 0) first = kind;
            if (first == CodestreamKind.Unknown) return null;
            if (kind == first) count++;
        }

        return count;
    }

    private long CountExtended()
    {
        if (extendedOffsetTable is not { ByteLength: >= sizeof(ulong) } table || table.ByteLength % sizeof(ulong) != 0) return 0;
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        table.ReadBytes(table.ByteLength - last.Length, last);
        ulong offset = table.IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(last) : BinaryPrimitives.ReadUInt64LittleEndian(last);
        return CheckTable(table.ByteLength / sizeof(ulong), offset, pixelData.Offset + HeaderLength);
    }

    private long CountBasic()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (pixelData.Offset > sourceLength - HeaderLength) return 0;
        source.Read(pixelData.Offset, header);
        long length = ReadUInt32(header.Slice(4));
        long start = pixelData.Offset + HeaderLength;
        bool isItem = (ReadUInt16(header) << 16 | ReadUInt16(header.Slice(2))) == Item;
        if (!isItem || length < sizeof(uint) || length % sizeof(uint) != 0 || start + length > sourceLength) return 0;
        Span<byte> last = header.Slice(0, sizeof(uint));
        source.Read(start + length - last.Length, last);
        return CheckTable(length / sizeof(uint), ReadUInt32(last), start + length);
    }

    /// <summary>A table that points beyond the file's end, or at the first frame only, says nothing of what is there.</summary>
    private long CheckTable(long entries, ulong lastOffset, long firstFragment)
    {
        long room = sourceLength - firstFragment - HeaderLength;
        bool isSound = room > 0 && lastOffset < (ulong)room && (entries == 1 || lastOffset > 0);
        return isSound ? entries : 0;
    }

    private List<DicomFragment> ReadFragments()
    {
        IReadOnlyList<DicomFragment> items = source.ReadFragments(pixelData.Tag, pixelData.Offset, pixelData.IsBigEndian, out _);
        var fragments = new List<DicomFragment>(items.Count);
        for (int i = 1; i < items.Count; i++)
        {
            if (items[i].Length > 0) fragments.Add(items[i]);
        }

        return fragments;
    }

    private uint ReadUInt16(ReadOnlySpan<byte> bytes) =>
        pixelData.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private uint ReadUInt32(ReadOnlySpan<byte> bytes) =>
        pixelData.IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
