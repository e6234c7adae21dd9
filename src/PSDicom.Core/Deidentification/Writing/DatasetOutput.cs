using System;
using System.Collections.Generic;
using System.IO;
using PSDicom.Editing;
using PSDicom.Editing.Splicing;
using PSDicom.IO;
using PSDicom.IO.Reading;

namespace PSDicom.Deidentification.Writing;

/// <summary>
/// Encodes a data set anew, element by element: only what is written here is in the output. Bulk values are ranges of the source, so that memory
/// depends on the header only. Sequences and items have undefined length.
/// </summary>
/// <param name="encoding">The encoding of the output.</param>
/// <param name="pixelsAreBigEndian">Whether the words of pixel data begin with their most significant byte.</param>
/// <param name="source">The bytes of the source, or of its inflated data set.</param>
internal sealed class DatasetOutput(DicomEncoding encoding, bool pixelsAreBigEndian, IO.Sources.ByteSource source) : IDisposable
{
    /// <summary>Values of as many bytes are copied from the source even if they are in memory: pixels of small images above all.</summary>
    private const int LeastCopied = 2048;

    /// <summary>The bytes of most headers.</summary>
    private const int Room = 2048;

    private readonly Splice _splice = new();
    private MemoryStream _bytes = new(Room);
    private long _position;

    /// <summary>The digest of the data set.</summary>
    public TokenDigest Digest { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    /// <summary>Starts the output with bytes before the data set.</summary>
    public void WriteStart(byte[] bytes) => _bytes.Write(bytes, 0, bytes.Length);

    /// <summary>Writes an element with a new value.</summary>
    public void Write(DicomTag tag, NewValue value)
    {
        byte[] bytes = value.In(encoding);
        WriteValue(tag, value.VR, bytes);
    }

    /// <summary>Writes an element with a new value of many bytes, which are made when the file is written.</summary>
    public void Write(DicomTag tag, BulkValue value)
    {
        value.AddTo(Digest, tag);
        EditEncoder.WriteHeader(_bytes, tag, value.VR, value.DeclaredLength, encoding);
        _splice.Replace(_position, _position, _bytes.ToArray(), value.Content);
        _bytes = new MemoryStream();
    }

    /// <summary>Writes a sequence without items.</summary>
    public void WriteEmptySequence(DicomTag tag) => WriteValue(tag, DicomVR.SQ, []);

    /// <summary>Starts a sequence with items.</summary>
    public void StartSequence(DicomTag tag)
    {
        Digest.Mark(DicomTokenKind.SequenceStart, tag);
        EditEncoder.WriteHeader(_bytes, tag, DicomVR.SQ, ElementHeader.UndefinedLength, encoding);
    }

    /// <summary>Starts an item.</summary>
    public void StartItem(DicomTag sequence)
    {
        Digest.Mark(DicomTokenKind.ItemStart, sequence);
        WriteStructure(StructureTags.Item, ElementHeader.UndefinedLength);
    }

    /// <summary>Ends an item.</summary>
    public void EndItem(DicomTag sequence)
    {
        Digest.Mark(DicomTokenKind.ItemEnd, sequence);
        WriteStructure(StructureTags.ItemDelimiter, 0);
    }

    /// <summary>Ends a sequence.</summary>
    public void EndSequence(DicomTag tag)
    {
        Digest.Mark(DicomTokenKind.SequenceEnd, tag);
        WriteStructure(StructureTags.SequenceDelimiter, 0);
    }

    /// <summary>Writes an element as it is in the source, with its bytes, of text up to a zero byte: after it, anything can be hidden.</summary>
    /// <param name="element">An element that is not a sequence.</param>
    /// <param name="vr">The value representation to write.</param>
    /// <param name="length">The number of its bytes to write, unless it is text or encapsulated.</param>
    public void Copy(DicomElement element, DicomVR vr, long length)
    {
        if (element.IsEncapsulated) CopyFragments(element);
        else if ((element.IsKept && element.ByteLength < LeastCopied) || vr.Kind == DicomVRKind.Text || IsSwapped(element, vr)) WriteValue(element.Tag, vr, BytesOf(element, vr, length));
        else CopyRange(element, vr, length);
    }

    /// <summary>The differences between the source and the output, once all is written.</summary>
    /// <param name="sourceLength">The length of the source in bytes.</param>
    public Splice End(long sourceLength)
    {
        _splice.Replace(_position, sourceLength, _bytes.ToArray());
        _splice.Order();
        return _splice;
    }

    private byte[] BytesOf(DicomElement element, DicomVR vr, long length)
    {
        ReadOnlySpan<byte> bytes = element.Bytes();
        if (vr.Kind == DicomVRKind.Text)
        {
            int end = bytes.IndexOf((byte)0);
            return new NewValue(vr, (end < 0 ? bytes : bytes.Slice(0, end)).ToArray()).In(encoding);
        }

        byte[] copy = bytes.Slice(0, (int)length).ToArray();
        int unit = Unit(vr);
        if (IsSwapped(element, vr))
        {
            for (int start = 0; start + unit <= copy.Length; start += unit) Array.Reverse(copy, start, unit);
        }

        // The bytes of pixel data are never changed, not even to pad them.
        if (copy.Length % 2 == 1 && !element.Tag.IsPixelData) Array.Resize(ref copy, copy.Length + 1);
        return copy;
    }

    private static int Unit(DicomVR vr) => vr == DicomVR.AT ? 2 : vr.UnitSize;

    private bool IsSwapped(DicomElement element, DicomVR vr) =>
        Unit(vr) > 1 && element.IsBigEndian != (element.Tag.IsPixelData ? pixelsAreBigEndian : encoding.IsBigEndian);

    private void CopyRange(DicomElement element, DicomVR vr, long length)
    {
        bool isPadded = length % 2 == 1 && !element.Tag.IsPixelData;
        Digest.Add(element.Tag, length + (isPadded ? 1 : 0), []);
        EditEncoder.WriteHeader(_bytes, element.Tag, vr, length + (isPadded ? 1 : 0), encoding);
        CopyRange(element.Offset, length);
        if (isPadded) _bytes.WriteByte(0);
    }

    private void CopyFragments(DicomElement element)
    {
        DicomTag tag = element.Tag;
        IReadOnlyList<DicomFragment> fragments = element.Fragments;
        Digest.Mark(DicomTokenKind.FragmentsStart, tag);
        EditEncoder.WriteHeader(_bytes, tag, DicomVR.OB, ElementHeader.UndefinedLength, encoding);
        foreach (DicomFragment fragment in fragments)
        {
            Digest.Add(tag, fragment.Length, []);
            WriteStructure(StructureTags.Item, fragment.Length);
            CopyRange(fragment.Offset, fragment.Length);
        }

        Digest.Mark(DicomTokenKind.FragmentsEnd, tag);
        WriteStructure(StructureTags.SequenceDelimiter, 0);
    }

    private void CopyRange(long offset, long length)
    {
        if (length == 0) return;
        if (offset < _position)
        {
            // Elements out of their order: the source is read forward only.
            CopyBytes(offset, length);
            return;
        }

        _splice.Replace(_position, offset, _bytes.ToArray());
        _bytes = new MemoryStream();
        _position = offset + length;
    }

    private void CopyBytes(long offset, long length)
    {
        var buffer = new byte[64 * 1024];
        while (length > 0)
        {
            int count = source.Read(offset, buffer.AsSpan(0, (int)Math.Min(buffer.Length, length)));
            if (count == 0) throw IO.Writing.OutputFile.Shorter(offset);
            _bytes.Write(buffer, 0, count);
            offset += count;
            length -= count;
        }
    }

    private void WriteValue(DicomTag tag, DicomVR vr, byte[] bytes)
    {
        Digest.Add(tag, bytes.Length, bytes);
        EditEncoder.WriteHeader(_bytes, tag, vr, bytes.Length, encoding);
        _bytes.Write(bytes, 0, bytes.Length);
    }

    private void WriteStructure(uint tag, long length)
    {
        EditEncoder.WriteTag(_bytes, new DicomTag(tag), encoding);
        EditEncoder.WriteUInt32(_bytes, unchecked((uint)length), encoding);
    }
}
