using System;
using System.Buffers;
using System.IO;

namespace PSDicom.IO.Sources;

/// <summary>An open file. It is shared for reading, writing, renaming and deleting, so that it never blocks a writer.</summary>
internal sealed class FileByteSource : ByteSource
{
    private const long Unknown = -1;

    private readonly FileStream _stream;
    private readonly object _position = new();
    private long _length = Unknown;

    // A buffer of one byte, that is none: ByteWindow has its own.
    public FileByteSource(string path)
        : this(path, FileShare.ReadWrite | FileShare.Delete)
    {
    }

    private FileByteSource(string path, FileShare share) => _stream = new FileStream(path, FileMode.Open, FileAccess.Read, share, 1);

    /// <summary>Opens a file that stays open for longer, or that several threads read: no difference on this platform.</summary>
    public static FileByteSource Hold(string path) => new(path);

    /// <summary>Opens a file that is going to be replaced: it fails if another program writes to it, and keeps others from starting to.</summary>
    public static FileByteSource Guard(string path) => new(path, FileShare.Read | FileShare.Delete);

    public override long Length => _length == Unknown ? _length = _stream.Length : _length;

    public override long KnownLength => _length == Unknown ? long.MaxValue : _length;

    public override int Read(long offset, Span<byte> destination)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(destination.Length);
        try
        {
            int count = ReadInto(buffer, offset, destination.Length);
            buffer.AsSpan(0, count).CopyTo(destination);
            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int ReadInto(byte[] buffer, long offset, int length)
    {
        // All threads share one position.
        lock (_position)
        {
            _stream.Position = offset;
            int count = 0;
            while (count < length)
            {
                int read = _stream.Read(buffer, count, length - count);
                if (read == 0) break;
                count += read;
            }

            return count;
        }
    }

    public override void Dispose()
    {
        _stream.Dispose();
        base.Dispose();
    }
}
