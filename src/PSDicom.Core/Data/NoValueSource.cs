using System;
using System.Threading;

namespace PSDicom.Data;

/// <summary>The source of a data set whose values are all in memory.</summary>
internal sealed class NoValueSource : IValueSource
{
    /// <summary>The only one.</summary>
    public static readonly NoValueSource Instance = new();

    public void Read(long offset, Span<byte> destination) => throw new InvalidOperationException();

    public EncapsulatedValue ReadFragments(DicomTag tag, long offset, bool isBigEndian, CancellationToken cancellation) => throw new InvalidOperationException();
}
