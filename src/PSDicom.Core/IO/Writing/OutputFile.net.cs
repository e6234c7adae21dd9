using System;
using System.IO;
using Microsoft.Win32.SafeHandles;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Writing;

internal sealed partial class OutputFile
{
    private SafeFileHandle? _handle;

    /// <summary>The open file. The stream makes a system call whenever it is asked for it.</summary>
    public SafeFileHandle Handle => _handle ??= _stream.SafeFileHandle;

    /// <inheritdoc/>
    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        _length = Unknown;
        try
        {
            RandomAccess.Write(Handle, bytes, offset);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TargetWriteException(_target, exception);
        }
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        int count = 0;
        while (count < destination.Length && RandomAccess.Read(Handle, destination.Slice(count), offset + count) is > 0 and int read) count += read;
        return count;
    }

    /// <summary>Waits until the bytes are on the disk.</summary>
    public void FlushToDisk() => AtomicFile.OnTarget(_target, () =>
    {
        RandomAccess.FlushToDisk(Handle);
        return 0;
    });

    private protected override long CopyBySystem(ByteSource source, long from, long to, long count)
    {
        _length = Unknown;
        return source is FileByteSource file ? file.CopyTo(Handle, from, to, count) : 0;
    }

    private static FileStream OpenNew(string path, int? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (mode is { } permissions && !OperatingSystem.IsWindows()) options.UnixCreateMode = (UnixFileMode)permissions;
        return new FileStream(path, options);
    }
}
