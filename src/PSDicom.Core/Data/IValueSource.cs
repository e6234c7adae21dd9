using System;
using System.Threading;

namespace PSDicom.Data;

/// <summary>Reads the bytes of values that stayed in the file.</summary>
internal interface IValueSource
{
    /// <summary>Fills the destination with the bytes from the offset on.</summary>
    /// <exception cref="DicomException">The file no longer has them.</exception>
    void Read(long offset, Span<byte> destination);

    /// <summary>Finds the items of an encapsulated value that begins at the offset, and how many bytes it has in all.</summary>
    /// <exception cref="DicomException">The file no longer has them.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation);
}
