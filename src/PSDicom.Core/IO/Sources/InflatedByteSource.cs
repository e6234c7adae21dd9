using System;
using System.Collections.Generic;
using PSDicom.Data;

namespace PSDicom.IO.Sources;

/// <summary>
/// An inflated data set, in blocks: its length is not known before all is inflated, and one array that grows is copied and takes up to three times
/// the bytes.
/// </summary>
/// <param name="blocks">The bytes; all blocks but the last are full.</param>
/// <param name="length">The number of bytes.</param>
/// <param name="budget">The budget of the file that counts these bytes.</param>
internal sealed class InflatedByteSource(IReadOnlyList<byte[]> blocks, long length, ReadingBudget budget) : ByteSource
{
    /// <summary>Bytes of a block: of most data sets, all are in one.</summary>
    public const int Block = 64 * 1024;

    public override long Length => length;

    /// <summary>The budget of the file that counts these bytes.</summary>
    public ReadingBudget Budget => budget;

    public override int Read(long offset, Span<byte> destination)
    {
        int count = (int)Math.Max(0, Math.Min(destination.Length, length - offset));
        for (int done = 0; done < count;)
        {
            (int block, int start) = ((int)((offset + done) / Block), (int)((offset + done) % Block));
            int part = Math.Min(count - done, Block - start);
            blocks[block].AsSpan(start, part).CopyTo(destination.Slice(done));
            done += part;
        }

        return count;
    }
}
