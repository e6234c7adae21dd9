using System;
using System.Buffers;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Threading;
using PSDicom.Codecs.Deflate;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Editing.Splicing;

/// <summary>A changed data set that is deflated, or was.</summary>
/// <param name="source">The file.</param>
/// <param name="inflated">The data set inflated; null if it is not deflated.</param>
/// <param name="start">The position of the data set in the file.</param>
/// <param name="splice">The differences, in order.</param>
internal sealed class DatasetContent(ByteSource source, InflatedByteSource? inflated, long start, Splice splice)
{
    private const int ZlibHeader = 2;
    private const int Piece = 1 << 20;

    /// <summary>The data set as it will be, not deflated.</summary>
    public BulkContent Inflated() => new SplicedContent(inflated ?? source, inflated is null ? start : 0, splice);

    /// <summary>
    /// The data set as it will be, deflated: raw, as the standard requires (PS3.5 section A.5), or with a zlib header if it had one; padded to an
    /// even length.
    /// </summary>
    /// <param name="spool">Keeps the bytes; null for memory.</param>
    /// <param name="cancellation">Ends the work.</param>
    public BulkContent Deflate(Func<Spool>? spool, CancellationToken cancellation)
    {
        BulkContent content = Inflated();
        using Spool dataset = spool?.Invoke() ?? new Spool(string.Empty, int.MaxValue);
        content.WriteTo(dataset, 0, cancellation);
        Spool deflated = spool?.Invoke() ?? new Spool(string.Empty, int.MaxValue);
        bool isZlib = inflated is not null && Inflater.HasZlibHeader(source, start);
        if (isZlib) CopyHeader(deflated);
        uint adler = Adler32.Initial;
        using (var stream = new DeflateStream(new SpoolStream(deflated), CompressionLevel.Optimal))
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(Piece);
            for (long done = 0; done < dataset.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                int count = dataset.Read(done, buffer);
                if (isZlib) adler = Adler32.Add(adler, buffer.AsSpan(0, count));
                stream.Write(buffer, 0, count);
                done += count;
            }

            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (isZlib) WriteChecksum(deflated, adler);
        if (deflated.Length % 2 == 1) deflated.Append([0]);
        return new CopiedContent(deflated, 0, deflated.Length);
    }

    private void CopyHeader(Spool deflated)
    {
        Span<byte> header = stackalloc byte[ZlibHeader];
        _ = source.Read(start, header);
        deflated.Append(header);
    }

    private static void WriteChecksum(Spool deflated, uint adler)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, adler);
        deflated.Append(bytes);
    }

    /// <summary>Adds what is written to it to a spool.</summary>
    private sealed class SpoolStream(Spool spool) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => spool.Length;

        public override long Position
        {
            get => spool.Length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => spool.Append(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
