using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using PSDicom.Codecs.Deflate;
using PSDicom.IO.Sources;

namespace PSDicom.Editing.Splicing;

/// <summary>Deflates a changed data set as it was: raw, as the standard requires (PS3.5 section A.5), or with a zlib header.</summary>
internal sealed class DeflatedDataset(ByteSource source, long start)
{
    private const int ZlibHeader = 2;

    /// <summary>The deflated bytes of a changed data set, padded to an even length.</summary>
    public byte[] Deflate(MemoryByteSource inflated, Splice splice)
    {
        byte[] dataset = Apply(inflated, splice);
        var deflated = new MemoryStream();
        bool isZlib = Inflater.HasZlibHeader(source, start);
        if (isZlib) CopyHeader(deflated);
        using (var stream = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(dataset, 0, dataset.Length);
        if (isZlib) WriteChecksum(deflated, Adler32.Add(Adler32.Initial, dataset));
        if (deflated.Length % 2 == 1) deflated.WriteByte(0);
        return deflated.ToArray();
    }

    private static byte[] Apply(MemoryByteSource inflated, Splice splice)
    {
        var dataset = new byte[inflated.Length + splice.Delta];
        long from = 0;
        int count = 0;
        foreach (Replacement replacement in splice.Replacements)
        {
            count += inflated.Read(from, dataset.AsSpan(count, (int)(replacement.Start - from)));
            replacement.Bytes.Span.CopyTo(dataset.AsSpan(count));
            count += replacement.Bytes.Length;
            from = replacement.End;
        }

        _ = inflated.Read(from, dataset.AsSpan(count));
        return dataset;
    }

    private void CopyHeader(MemoryStream deflated)
    {
        var header = new byte[ZlibHeader];
        _ = source.Read(start, header);
        deflated.Write(header, 0, header.Length);
    }

    private static void WriteChecksum(MemoryStream deflated, uint adler)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, adler);
        deflated.Write(bytes, 0, bytes.Length);
    }
}
