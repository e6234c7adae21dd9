using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Frames;

namespace PSDicom.Validation.Checks;

/// <summary>The offset tables of encapsulated pixel data against the fragments, and their lengths (PS3.5 section A.4, PS3.3 section C.7.6.3.1.8).</summary>
internal sealed class OffsetTableCheck : IFileCheck
{
    private const int ItemHeader = 8;
    private const int Piece = 64 * 1024;

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (file.Dataset[DicomTag.PixelData] is not { IsEncapsulated: true } pixelData || pixelData.Fragments.Count == 0) return;
        var fragments = new FragmentEnds(pixelData.Fragments);
        bool hasTable = true;
        foreach (DicomFragment item in pixelData.Fragments)
        {
            if ((item.Length & 1) == 1)
                findings.Add(StructureFindings.OddLength, FormattableString.Invariant($"A fragment has the odd length {item.Length}."), null, pixelData.Tag, item.Offset - ItemHeader);
        }

        if (file.Image.Encapsulated is { } encapsulated && encapsulated.Items.Count == pixelData.Fragments.Count)
        {
            hasTable = false;
            findings.Add(PixelFindings.OffsetTableMissing, "The first item of the pixel data is not an offset table but part of a frame.", null, pixelData.Tag, pixelData.Offset);
        }

        DicomFragment basic = pixelData.Fragments[0];
        DicomElement? extended = file.Dataset[DicomTag.ExtendedOffsetTable];
        if (hasTable && basic.Length > 0 && extended is { ByteLength: > 0 })
            findings.Add(PixelFindings.OffsetTablesBoth, "There are a basic and an extended offset table.", null, pixelData.Tag, pixelData.Offset);
        long frames = file.Image.Tally.Count;
        if (hasTable && basic.Length > 0)
        {
            string? fault = fragments.FindFault((start, bytes) => file.Dataset.Store.Source.Read(basic.Offset + start, bytes), basic.Length, sizeof(uint), frames, pixelData.IsBigEndian, cancellation);
            if (fault is not null) findings.Add(PixelFindings.OffsetTableWrong, $"The basic offset table is wrong: {fault}", null, pixelData.Tag, basic.Offset);
        }

        if (extended is not { ByteLength: > 0 }) return;
        string? wrong = fragments.FindFault((start, bytes) => extended.ReadBytes(start, bytes), extended.ByteLength, sizeof(ulong), frames, extended.IsBigEndian, cancellation)
            ?? FindWrongLength(file.Dataset[DicomTag.ExtendedOffsetTableLengths], pixelData.Fragments, frames);
        if (wrong is not null) findings.Add(PixelFindings.OffsetTableWrong, $"The extended offset table is wrong: {wrong}", null, extended.Tag, extended.Offset);
    }

    /// <summary>Each frame of an extended offset table is one fragment, of its length or padded by a byte.</summary>
    private static string? FindWrongLength(DicomElement? lengths, IReadOnlyList<DicomFragment> items, long frames)
    {
        if (lengths is null) return "there are no Extended Offset Table Lengths.";
        if (lengths.ByteLength != frames * sizeof(ulong) || items.Count - 1 != frames) return FormattableString.Invariant($"there are lengths for {lengths.ByteLength / sizeof(ulong)} frames and {items.Count - 1} fragments, but {frames} frames.");
        var piece = new byte[(int)Math.Min(Piece, lengths.ByteLength)];
        for (long start = 0, frame = 0; start < lengths.ByteLength; start += piece.Length)
        {
            Span<byte> bytes = piece.AsSpan(0, (int)Math.Min(piece.Length, lengths.ByteLength - start));
            lengths.ReadBytes(start, bytes);
            for (; bytes.Length > 0; bytes = bytes.Slice(sizeof(ulong)), frame++)
            {
                ulong length = lengths.IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                long actual = items[(int)frame + 1].Length;
                if ((ulong)actual - length > 1) return FormattableString.Invariant($"the length of frame {frame + 1} is {length}; its fragment has {actual} bytes.");
            }
        }

        return null;
    }

    /// <summary>The positions of fragments, relative to the first one after the basic offset table.</summary>
    private sealed class FragmentEnds(IReadOnlyList<DicomFragment> items)
    {
        private readonly long _first = items.Count > 1 ? items[1].Offset : long.MaxValue;

        /// <summary>What is wrong with a table; null if it is right.</summary>
        public string? FindFault(OffsetTableReader read, long length, int entrySize, long frames, bool isBigEndian, CancellationToken cancellation)
        {
            if (length % entrySize != 0 || length / entrySize != frames) return FormattableString.Invariant($"it has {length / entrySize} entries for {frames} frames.");
            int item = 0;
            var piece = new byte[(int)Math.Min(Piece, length)];
            for (long start = 0, frame = 1; start < length; start += piece.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                Span<byte> bytes = piece.AsSpan(0, (int)Math.Min(piece.Length, length - start));
                read(start, bytes);
                for (; bytes.Length > 0; bytes = bytes.Slice(entrySize), frame++)
                {
                    ulong entry = Decode(bytes, entrySize, isBigEndian);
                    if (frame == 1 && entry != 0) return FormattableString.Invariant($"the offset of frame 1 is {entry}.");
                    do item++;
                    while (item < items.Count && (ulong)(items[item].Offset - _first) < entry);
                    if (item >= items.Count || (ulong)(items[item].Offset - _first) != entry) return FormattableString.Invariant($"no fragment begins at the offset of frame {frame}, {entry}.");
                }
            }

            return null;
        }

        private static ulong Decode(ReadOnlySpan<byte> entry, int size, bool isBigEndian) => size == sizeof(uint)
            ? isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(entry) : BinaryPrimitives.ReadUInt32LittleEndian(entry)
            : isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(entry) : BinaryPrimitives.ReadUInt64LittleEndian(entry);
    }
}
