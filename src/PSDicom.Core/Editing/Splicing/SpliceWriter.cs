using System;
using System.Buffers;
using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Editing.Splicing;

/// <summary>Writes a spliced file: a small one at once, a large one range by range, copied by the system where it can.</summary>
internal sealed class SpliceWriter(OutputFile output, ByteSource source, CancellationToken cancellation)
{
    /// <summary>Files up to this size are put together in memory.</summary>
    private const int MaxInMemory = 1 << 20;

    /// <summary>Writes the file.</summary>
    /// <param name="splice">The differences, in order.</param>
    /// <param name="sourceLength">The length of the source when they were found.</param>
    public void Write(Splice splice, long sourceLength)
    {
        long length = sourceLength + splice.Delta;
        if (output.IsCopy) Patch(splice);
        else if (length <= MaxInMemory && splice.IsSmall) WriteWhole(splice, sourceLength, (int)length);
        else new SplicedContent(source, 0, splice).WriteTo(output, 0, cancellation);
    }

    private void Patch(Splice splice)
    {
        foreach (Replacement replacement in splice.Replacements) output.Write(replacement.Start, replacement.Bytes.Span);
    }

    private void WriteWhole(Splice splice, long sourceLength, int length)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            long from = 0;
            int count = 0;
            foreach (Replacement replacement in splice.Replacements)
            {
                Copy(ref from, replacement.Start);
                replacement.Bytes.Span.CopyTo(buffer.AsSpan(count));
                count += replacement.Bytes.Length;
                from = replacement.End;
            }

            Copy(ref from, sourceLength);
            output.Write(0, buffer.AsSpan(0, length));

            void Copy(ref long start, long end)
            {
                if (end == start) return;
                int copied = (int)(end - start);
                if (source.Read(start, buffer.AsSpan(count, copied)) < copied) throw OutputBytes.Shorter(end);
                count += copied;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
