using System;
using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Editing.Splicing;

/// <summary>A range of bytes of a source.</summary>
internal sealed class CopiedContent(ByteSource source, long start, long length) : BulkContent
{
    /// <summary>The bytes between two checks for cancellation.</summary>
    private const long Chunk = 32 << 20;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void WriteTo(OutputBytes output, long position, CancellationToken cancellation)
    {
        for (long done = 0; done < length; done += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            output.Copy(source, start + done, position + done, Math.Min(Chunk, length - done));
        }
    }
}
