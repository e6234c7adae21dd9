using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Codecs;
using PSDicom.Data;
using PSDicom.IO.Reading;

namespace PSDicom.Frames;

/// <summary>Encapsulated pixel data: offset tables and fragments, which are read on demand (PS3.5 section A.4).</summary>
/// <param name="pixelData">The element.</param>
/// <param name="extendedOffsetTable">Extended Offset Table (7FE0,0001), if there is one (PS3.3 section C.7.6.3.1.8).</param>
/// <param name="source">The source of the bytes.</param>
/// <param name="sourceLength">The length of the source; 0 if it is unknown: the offset tables are then not used.</param>
/// <param name="cancellation">Ends the reading before the next read.</param>
internal sealed class EncapsulatedPixels(
    DicomElement pixelData, DicomElement? extendedOffsetTable, IValueSource source, long sourceLength, CancellationToken cancellation)
{
    /// <summary>Bytes of an item's tag and length.</summary>
    public const int HeaderLength = 8;

    private const string NoTable = "The first item of the pixel data should be the offset table but is part of a frame; it was read as such.";

    private IReadOnlyList<DicomFragment>? _items;
    private IReadOnlyList<DicomFragment>? _fragments;
    private IReadOnlyList<int>? _starts;
    private bool _hasFoundStarts;
    private OffsetTable? _table;
    private long _firstItem;
    private bool _hasReadTable;

    /// <summary>The items after the offset table, including empty ones.</summary>
    public IReadOnlyList<DicomFragment> Items => _items ??= ReadItems();

    /// <summary>The items that are not empty.</summary>
    public IReadOnlyList<DicomFragment> Fragments => _fragments ??= FindFragments();

    /// <summary>The extended offset table, or else the basic one; null if neither exists or is plausible.</summary>
    public OffsetTable? Table
    {
        get
        {
            if (!_hasReadTable) ReadTable();
            return _table;
        }
    }

    /// <summary>The position of the first fragment's item, to which offsets are relative; known after reading the table.</summary>
    public long FirstItem => _firstItem;

    /// <summary>The problem with the items; null if there is none, or if they were not read.</summary>
    public string? Damage { get; private set; }

    /// <summary>Reads bytes of fragments.</summary>
    public void Read(long offset, Span<byte> destination)
    {
        cancellation.ThrowIfCancellationRequested();
        source.Read(offset, destination);
    }

    /// <summary>The fragment whose item is at the offset; null if there is none. A truncated fragment has its existing bytes.</summary>
    public DicomFragment? FindItem(long offset)
    {
        if (offset < 0 || offset > sourceLength - HeaderLength) return null;
        Span<byte> header = stackalloc byte[HeaderLength];
        Read(offset, header);
        if ((ReadUInt16(header) << 16 | ReadUInt16(header.Slice(2))) != StructureTags.Item) return null;
        long start = offset + HeaderLength;
        return new DicomFragment(start, Math.Min(ReadUInt32(header.Slice(4)), sourceLength - start));
    }

    /// <summary>The kind of image that begins in a fragment.</summary>
    public CodestreamKind FindStart(DicomFragment fragment)
    {
        Span<byte> start = stackalloc byte[CodestreamStart.Length];
        start = start.Slice(0, (int)Math.Min(start.Length, fragment.Length));
        Read(fragment.Offset, start);
        return CodestreamStart.Find(start);
    }

    /// <summary>The fragments that begin an image of the same kind as the first one; null if the kind is unknown.</summary>
    public IReadOnlyList<int>? FindStarts()
    {
        if (_hasFoundStarts) return _starts;
        _starts = SearchStarts();

        // Only now: a read that fails may succeed the next time.
        _hasFoundStarts = true;
        return _starts;
    }

    private List<int>? SearchStarts()
    {
        CodestreamKind first = CodestreamKind.Unknown;
        var starts = new List<int>();
        for (int i = 0; i < Fragments.Count; i++)
        {
            CodestreamKind kind = FindStart(Fragments[i]);
            if (i == 0) first = kind;
            if (first == CodestreamKind.Unknown) return null;
            if (kind == first) starts.Add(i);
        }

        return starts;
    }

    private void ReadTable()
    {
        if (FindItem(pixelData.Offset) is { } basic)
        {
            bool isTable = !IsFrame(basic);
            _firstItem = isTable ? basic.Offset + basic.Length : pixelData.Offset;
            _table = FindExtended() ?? (isTable ? FindBasic(basic) : null);
            if (!isTable) Damage ??= NoTable;
        }

        // Only now: a read that fails may succeed the next time.
        _hasReadTable = true;
    }

    private OffsetTable? FindExtended()
    {
        if (extendedOffsetTable is not { ByteLength: >= sizeof(ulong) } table || table.ByteLength % sizeof(ulong) != 0) return null;
        return Check(new OffsetTable(table.ByteLength / sizeof(ulong), sizeof(ulong), table.IsBigEndian, table.ReadBytes));
    }

    private OffsetTable? FindBasic(DicomFragment item)
    {
        if (item.Length < sizeof(uint) || item.Length % sizeof(uint) != 0) return null;
        return Check(new OffsetTable(
            item.Length / sizeof(uint),
            sizeof(uint),
            pixelData.IsBigEndian,
            (start, destination) => Read(item.Offset + start, destination)));
    }

    /// <summary>Rejects a table that points beyond the end of the file, or only to the first frame.</summary>
    private OffsetTable? Check(OffsetTable table)
    {
        long room = sourceLength - _firstItem - HeaderLength;
        ulong last = table[table.Count - 1];
        return room > 0 && last < (ulong)room && (table.Count == 1 || last > 0) ? table : null;
    }

    /// <summary>Whether an image begins in the item that should be the offset table, whose first entry is 0 (PS3.5 section A.4).</summary>
    private bool IsFrame(DicomFragment first) => first.Length > 0 && FindStart(first) != CodestreamKind.Unknown;

    private IReadOnlyList<DicomFragment> ReadItems()
    {
        if (pixelData.HasWholeFragments) return WithoutTable(pixelData.Fragments);
        EncapsulatedValue value = source.ReadFragments(pixelData.Tag, pixelData.Offset, pixelData.IsBigEndian, cancellation);
        if (value.Warnings.Count > 0) Damage = value.Warnings[0].Message;
        return WithoutTable(value.Items);
    }

    private IReadOnlyList<DicomFragment> WithoutTable(IReadOnlyList<DicomFragment> items)
    {
        if (items.Count == 0) return items;
        if (!IsFrame(items[0])) return items.Skip(1).ToArray();
        Damage ??= NoTable;
        return items;
    }

    private IReadOnlyList<DicomFragment> FindFragments() => Items.All(item => item.Length > 0) ? Items : Items.Where(item => item.Length > 0).ToArray();

    private uint ReadUInt16(ReadOnlySpan<byte> bytes) =>
        pixelData.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private uint ReadUInt32(ReadOnlySpan<byte> bytes) =>
        pixelData.IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
