using System;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>Reads bulk values from bytes that stay open: in memory, or a file that is being written.</summary>
/// <param name="source">The bytes.</param>
/// <param name="budget">Counts what is read of them; null if nobody does.</param>
internal sealed class OpenValueSource(ByteSource source, ReadingBudget? budget = null) : IValueSource
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
            return FragmentReader.Read(source, tag, offset, isBigEndian, cancellation, budget);
        }
        finally
        {
            budget?.EndReading();
        }
    }
}
