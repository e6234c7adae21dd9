using System;
using System.IO;

namespace PSDicom.IO.Sources;

/// <summary>The bytes of a source from a position on, as a stream for the framework's inflater.</summary>
/// <param name="source">The source.</param>
/// <param name="position">The position of the first byte.</param>
/// <param name="singleFrom">The position from which each read gives one byte, so that the inflater reads none that it does not need.</param>
internal sealed class ByteSourceStream(ByteSource source, long position, long singleFrom = long.MaxValue) : Stream
{
    /// <summary>The number of bytes that were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether a read went past the end.</summary>
    public bool IsPastEnd { get; private set; }

    /// <summary>The exception of the source, if it failed.</summary>
    public Exception? Fault { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            int read = source.Read(position, buffer.AsSpan(offset, position < singleFrom ? (int)Math.Min(count, singleFrom - position) : Math.Min(1, count)));
            position += read;
            BytesRead += read;
            IsPastEnd |= read == 0 && count > 0;
            return read;
        }
        catch (Exception exception)
        {
            Fault = exception;
            throw;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
