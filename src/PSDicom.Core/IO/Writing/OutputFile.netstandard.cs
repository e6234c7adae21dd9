using System;
using System.Buffers;
using System.IO;

namespace PSDicom.IO.Writing;

internal sealed partial class OutputFile
{
    /// <inheritdoc/>
    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        _length = Unknown;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            bytes.CopyTo(buffer);
            _stream.Position = offset;
            _stream.Write(buffer, 0, bytes.Length);
            _stream.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TargetWriteException(_target, exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(destination.Length);
        try
        {
            _stream.Position = offset;
            int count = 0;
            while (count < destination.Length && _stream.Read(buffer, count, destination.Length - count) is > 0 and int read) count += read;
            buffer.AsSpan(0, count).CopyTo(destination);
            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Waits until the bytes are on the disk.</summary>
    public void FlushToDisk() => AtomicFile.OnTarget(_target, () =>
    {
        _stream.Flush(flushToDisk: true);
        return 0;
    });

    private static FileStream OpenNew(string path, int? mode)
    {
        _ = mode;
        return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
    }
}
