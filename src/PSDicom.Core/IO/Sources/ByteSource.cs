using System;

namespace PSDicom.IO.Sources;

/// <summary>Bytes that can be read from any place: a file's, or some in memory.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>The same if it takes no call to the system; else the most there could be.</summary>
    public virtual long KnownLength => Length;

    /// <summary>Reads up to as many bytes as the destination holds; fewer only at the end.</summary>
    public abstract int Read(long offset, Span<byte> destination);

    public virtual void Dispose()
    {
    }
}
