using System;
using System.Threading;

namespace PSDicom.Data;

/// <summary>Reads values that are not in memory.</summary>
internal interface IValueSource
{
    /// <summary>Fills the destination with the bytes at the offset.</summary>
    /// <exception cref="DicomException">The file no longer has them.</exception>
    void Read(long offset, Span<byte> destination);

    /// <summary>Finds the items and the length of the encapsulated value at the offset.</summary>
    /// <exception cref="DicomException">The file no longer has them.</exception>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation);
}
