using System;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Reading;

namespace PSDicom.IO.Sources;

/// <summary>Bytes in memory: an inflated data set, or a file that the caller has read itself.</summary>
internal sealed class MemoryByteSource(ReadOnlyMemory<byte> bytes) : ByteSource, IValueSource
{
    public override long Length => bytes.Length;

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

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation) =>
        FragmentReader.Read(this, tag, offset, isBigEndian, cancellation);
}
