using System;
using System.Threading;
using PSDicom.Data;

namespace PSDicom.IO;

/// <summary>Bytes in memory: an inflated data set, or a file that the caller has read itself.</summary>
internal sealed class MemoryByteSource(ReadOnlyMemory<byte> bytes, ReadingBudget? budget = null) : ByteSource, IValueSource
{
    public override long Length => bytes.Length;

    /// <summary>The budget of the file, in which these bytes are counted; null if they are the caller's.</summary>
    public ReadingBudget? Budget => budget;

    public override int Read(long offset, Span<byte> destination)
    {
        if (offset >= bytes.Length) return 0;
        int count = (int)Math.Min(destination.Length, bytes.Length - offset);
        bytes.Span.Slice((int)offset, count).CopyTo(destination);
        return count;
    }

    void IValueSource.Read(long offset, Span<byte> destination)
    {
        if (Read(offset, destination) < destination.Length)
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "The value lies beyond the end of the data.", offset: offset);
    }

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation)
    {
        try
        {
            return FragmentReader.Read(this, tag, offset, isBigEndian, cancellation, budget);
        }
        finally
        {
            budget?.EndReading();
        }
    }
}
