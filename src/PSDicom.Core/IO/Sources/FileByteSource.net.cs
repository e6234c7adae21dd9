using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.IO.Sources;

/// <summary>An open file. It is shared for reading, writing, renaming and deleting, so that it never blocks a writer.</summary>
internal sealed class FileByteSource : ByteSource
{
    private const int None = -1;
    private const long Unknown = -1;

    private readonly string _path;
    private readonly SafeFileHandle? _guard;
    private int _descriptor;
    private SafeFileHandle? _handle;
    private long _length = Unknown;

    /// <summary>Opens a file that is closed by the same method.</summary>
    public FileByteSource(string path)
        : this(path, isHeld: false)
    {
    }

    private FileByteSource(string path, SafeFileHandle handle)
    {
        _path = path;
        _descriptor = None;
        _handle = handle;
    }

    private FileByteSource(string path, bool isHeld)
    {
        _path = path;
        _descriptor = UnixFile.TryOpen(path);
        if (_descriptor < 0) _handle = Open();
        else if (isHeld) _guard = new SafeFileHandle(_descriptor, ownsHandle: true);
    }

    public override long Length => _length == Unknown ? _length = GetLength() : _length;

    public override long KnownLength => _length == Unknown ? long.MaxValue : _length;

    /// <summary>
    /// Opens a file that stays open for longer, or that several threads read. Its handle is counted and finalized, which takes a quarter of a
    /// microsecond: too long for reading just a header.
    /// </summary>
    public static FileByteSource Hold(string path) => new(path, isHeld: true);

    /// <summary>
    /// Opens a file that is going to be replaced: it fails if another program writes to it, and keeps others from starting to, as far as the
    /// system has such locks.
    /// </summary>
    public static FileByteSource Guard(string path) =>
        new(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));

    /// <summary>Lets the system copy bytes to another file.</summary>
    /// <param name="target">The other file.</param>
    /// <param name="offset">The position here.</param>
    /// <param name="targetOffset">The position there.</param>
    /// <param name="count">The number of bytes.</param>
    /// <returns>The number of bytes copied: 0 if the system cannot.</returns>
    public long CopyTo(SafeFileHandle target, long offset, long targetOffset, long count)
    {
        if ((_handle ?? _guard) is not { } open) return 0;
        long copied = 0;
        while (copied < count)
        {
            long some = UnixFile.TryCopy(open, offset + copied, target, targetOffset + copied, count - copied);
            if (some <= 0) break;
            copied += some;
        }

        return copied;
    }

    public override int Read(long offset, Span<byte> destination)
    {
        int count = 0;
        while (count < destination.Length)
        {
            int read = ReadSome(offset + count, destination.Slice(count));
            if (read == 0) break;
            count += read;

            // Fewer bytes are the end, or what a share returns at once; the length shows which, without another read.
            if (count < destination.Length && offset + count >= Length) break;
        }

        return count;
    }

    public override void Dispose()
    {
        if (_guard is not null) _guard.Dispose();
        else if (_descriptor >= 0) _ = UnixFile.Close(_descriptor);
        _descriptor = None;
        _handle?.Dispose();
        base.Dispose();
    }

    private SafeFileHandle Open() => File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private int ReadSome(long offset, Span<byte> destination)
    {
        if (_handle is null)
        {
            int count = TryRead(offset, destination, out bool isPipe);
            if (count >= 0) return count;
            if (isPipe) throw NoFile();

            // The runtime throws the right exception, such as for a folder, or tries again.
            _handle = Open();
        }

        return RandomAccess.Read(_handle, destination, offset);
    }

    private int TryRead(long offset, Span<byte> destination, out bool isPipe)
    {
        bool isGuarded = false;
        try
        {
            _guard?.DangerousAddRef(ref isGuarded);
            return UnixFile.TryRead(_descriptor, destination, offset, out isPipe);
        }
        finally
        {
            if (isGuarded) _guard!.DangerousRelease();
        }
    }

    private long GetLength()
    {
        try
        {
            if ((_handle ?? _guard) is { } open) return RandomAccess.GetLength(open);
            long length = UnixFile.TryGetLength(_descriptor);
            if (length >= 0) return length;
            using var handle = new SafeFileHandle(_descriptor, ownsHandle: false);
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            throw NoFile();
        }
    }

    private IOException NoFile() => new($"'{_path}' is a pipe or a terminal, not a file.");
}
