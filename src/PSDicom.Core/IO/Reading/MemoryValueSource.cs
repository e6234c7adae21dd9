using System;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>Reads bulk values from bytes in memory.</summary>
internal sealed class MemoryValueSource(MemoryByteSource source) : IValueSource
{
    public void Read(long offset, Span<byte> destination)
    {
        if (source.Read(offset, destination) < destination.Length)
            throw new DicomException(DicomErrorReason.ValueNotAvailable, "The value lies beyond the end of the data.", offset: offset);
    }

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation)
    {
        try
        {
            return FragmentReader.Read(source, tag, offset, isBigEndian, cancellation, source.Budget);
        }
        finally
        {
            source.Budget?.EndReading();
        }
    }
}
