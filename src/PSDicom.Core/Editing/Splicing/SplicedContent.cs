using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Editing.Splicing;

/// <summary>A source from a position to its end, with differences.</summary>
/// <param name="source">The source.</param>
/// <param name="start">The position of the first byte.</param>
/// <param name="splice">The differences, in order.</param>
internal sealed class SplicedContent(ByteSource source, long start, Splice splice) : BulkContent
{
    private readonly long _end = source.Length;

    /// <inheritdoc/>
    public override long Length => _end - start + splice.Delta;

    /// <inheritdoc/>
    public override void WriteTo(OutputBytes output, long position, CancellationToken cancellation)
    {
        using var gathered = new GatheredOutput(output, position, cancellation);
        long from = start;
        foreach (Replacement replacement in splice.Replacements)
        {
            gathered.Copy(source, from, replacement.Start - from);
            gathered.Write(replacement.Bytes.Span);
            if (replacement.Bulk is { } bulk) gathered.Write(bulk);
            from = replacement.End;
        }

        gathered.Copy(source, from, _end - from);
        gathered.Flush();
    }
}
