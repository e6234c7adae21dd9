using System.Threading;
using PSDicom.IO.Writing;

namespace PSDicom.Editing.Splicing;

/// <summary>Bytes of a new file that are too many for memory, and are made while they are written.</summary>
internal abstract class BulkContent
{
    /// <summary>The number of bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Writes the bytes.</summary>
    /// <param name="output">The file.</param>
    /// <param name="position">Their position in the file.</param>
    /// <param name="cancellation">Ends the work.</param>
    public abstract void WriteTo(OutputBytes output, long position, CancellationToken cancellation);
}
