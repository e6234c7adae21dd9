using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Reading;
using PSDicom.IO.Writing;

namespace PSDicom.Frames.Transcoding;

/// <summary>
/// Encapsulated pixel data with one fragment for each frame (PS3.5 section A.4): a basic offset table if all offsets fit its 32 bits, else an
/// empty one, and an extended offset table (PS3.3 section C.7.6.3.1.8).
/// </summary>
/// <param name="frames">The frames one after another, each of an even length.</param>
/// <param name="lengths">Their lengths.</param>
internal sealed class FragmentTable(Spool frames, IReadOnlyList<long> lengths) : BulkContent
{
    /// <summary>More frames than an offset table of 32 bits can point to.</summary>
    private readonly bool _isExtended = OffsetOfLast(lengths) > uint.MaxValue;

    /// <inheritdoc/>
    public override long Length => ItemHeader + TableLength + frames.Length + ((long)ItemHeader * lengths.Count) + ItemHeader;

    private static int ItemHeader => EncapsulatedPixels.HeaderLength;

    private long TableLength => _isExtended ? 0 : sizeof(uint) * (long)lengths.Count;

    /// <summary>Writes the pixel data and the offset table.</summary>
    /// <param name="root">The data set.</param>
    /// <param name="tag">The element of the pixel data.</param>
    public void WriteTo(EditNode root, DicomTag tag)
    {
        var items = new long[lengths.Count + 1];
        items[0] = TableLength;
        for (int i = 0; i < lengths.Count; i++) items[i + 1] = lengths[i];
        root.EditOf(tag).Write(new BulkValue(DicomVR.OB, this, items));
        if (!_isExtended)
        {
            Remove(root);
            return;
        }

        var offsets = new byte[checked(sizeof(ulong) * lengths.Count)];
        var sizes = new byte[offsets.Length];
        long offset = 0;
        for (int i = 0; i < lengths.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(offsets.AsSpan(i * sizeof(ulong)), offset);
            BinaryPrimitives.WriteInt64LittleEndian(sizes.AsSpan(i * sizeof(ulong)), lengths[i]);
            offset += ItemHeader + lengths[i];
        }

        root.EditOf(DicomTag.ExtendedOffsetTable).Write(new NewValue(DicomVR.OV, offsets));
        root.EditOf(DicomTag.ExtendedOffsetTableLengths).Write(new NewValue(DicomVR.OV, sizes));
        if (root.Has(DicomTag.EncapsulatedPixelDataValueTotalLength)) root.EditOf(DicomTag.EncapsulatedPixelDataValueTotalLength).Remove();
    }

    /// <summary>Removes the extended offset table of earlier pixel data.</summary>
    public static void Remove(EditNode root)
    {
        foreach (DicomTag tag in (DicomTag[])[DicomTag.ExtendedOffsetTable, DicomTag.ExtendedOffsetTableLengths, DicomTag.EncapsulatedPixelDataValueTotalLength])
        {
            if (root.Has(tag)) root.EditOf(tag).Remove();
        }
    }

    /// <inheritdoc/>
    public override void WriteTo(OutputBytes output, long position, CancellationToken cancellation)
    {
        using var gathered = new GatheredOutput(output, position, cancellation);
        gathered.Write(Item(TableLength));
        if (!_isExtended)
        {
            Span<byte> entry = stackalloc byte[sizeof(uint)];
            long offset = 0;
            foreach (long length in lengths)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)offset);
                gathered.Write(entry);
                offset += ItemHeader + length;
            }
        }

        long start = 0;
        foreach (long length in lengths)
        {
            cancellation.ThrowIfCancellationRequested();
            gathered.Write(Item(length));
            gathered.Copy(frames, start, length);
            start += length;
        }

        gathered.Write(EditEncoder.Item(StructureTags.SequenceDelimiter, 0, DicomEncoding.ExplicitLittleEndian));
        gathered.Flush();
    }

    private static byte[] Item(long length) => EditEncoder.Item(StructureTags.Item, checked((uint)length), DicomEncoding.ExplicitLittleEndian);

    private static long OffsetOfLast(IReadOnlyList<long> lengths)
    {
        long offset = 0;
        for (int i = 0; i < lengths.Count - 1; i++) offset += ItemHeader + lengths[i];
        return offset;
    }
}
