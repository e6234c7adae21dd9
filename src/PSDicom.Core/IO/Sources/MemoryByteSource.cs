using System;
using PSDicom.Data;

namespace PSDicom.IO.Sources;

/// <summary>Bytes in memory: an inflated data set, or a file that the caller has read itself.</summary>
internal sealed class MemoryByteSource(ReadOnlyMemory<byte> bytes, ReadingBudget? budget = null) : ByteSource
{
    public override long Length => bytes.Length;

    /// <summary>The budget of the file that counts these bytes; null if they belong to the caller.</summary>
    public ReadingBudget? Budget => budget;

    public override int Read(long offset, Span<byte> destination)
    {
        if (offset >= bytes.Length) return 0;
        int count = (int)Math.Min(destination.Length, bytes.Length - offset);
        bytes.Span.Slice((int)offset, count).CopyTo(destination);
        return count;
    }
}
