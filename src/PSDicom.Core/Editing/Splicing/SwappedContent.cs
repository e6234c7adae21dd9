using System;
using System.Buffers;
using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;
using PSDicom.Pixels;

namespace PSDicom.Editing.Splicing;

/// <summary>A range of bytes of a source, in words whose bytes change their order. Bytes after the last whole word stay.</summary>
internal sealed class SwappedContent(ByteSource source, long start, long length, int word) : BulkContent
{
    private const int Piece = 1 << 20;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void WriteTo(OutputBytes output, long position, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Piece, length));
        try
        {
            for (long done = 0; done < length;)
            {
                cancellation.ThrowIfCancellationRequested();
                Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(Piece, length - done));
                if (source.Read(start + done, bytes) < bytes.Length) throw OutputBytes.Shorter(start + done);
                ByteOrder.Swap(bytes.Slice(0, bytes.Length / word * word), word);
                output.Write(position + done, bytes);
                done += bytes.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
