using System;

namespace PSDicom.IO.Sources;

/// <summary>Bytes with random access: a file, or bytes in memory.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>The number of bytes.</summary>
    public abstract long Length { get; }

    /// <summary>The number of bytes if it is known without a system call; else the highest possible number.</summary>
    public virtual long KnownLength => Length;

    /// <summary>Fills the destination; with fewer bytes only at the end.</summary>
    public abstract int Read(long offset, Span<byte> destination);

    public virtual void Dispose()
    {
    }
}
