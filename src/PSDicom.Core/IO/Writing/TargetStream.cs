using System;
using System.IO;
using System.Threading;

namespace PSDicom.IO.Writing;

/// <summary>A file that is being written: its errors name the final path, and writing ends when it is canceled.</summary>
internal sealed class TargetStream(Stream stream, string path, CancellationToken cancellation) : Stream
{
    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => stream.CanSeek;

    public override bool CanWrite => stream.CanWrite;

    public override long Length => AtomicFile.OnTarget(path, () => stream.Length);

    public override long Position
    {
        get => stream.Position;
        set => AtomicFile.OnTarget(path, () => stream.Position = value);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            stream.Write(buffer, offset, count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TargetWriteException(path, exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => AtomicFile.OnTarget(path, () => stream.Read(buffer, offset, count));

    public override long Seek(long offset, SeekOrigin origin) => AtomicFile.OnTarget(path, () => stream.Seek(offset, origin));

    public override void SetLength(long value) => AtomicFile.OnTarget(path, () =>
    {
        stream.SetLength(value);
        return value;
    });

    public override void Flush() => AtomicFile.OnTarget(path, () =>
    {
        stream.Flush();
        return 0;
    });

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing) stream.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TargetWriteException(path, exception);
        }

        base.Dispose(disposing);
    }
}
