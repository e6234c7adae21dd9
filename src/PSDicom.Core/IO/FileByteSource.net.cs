using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.IO;

/// <summary>An open file. It is shared for reading, writing, renaming and deleting, so that no writer is ever in its way.</summary>
internal sealed class FileByteSource : ByteSource
{
    private readonly SafeFileHandle _handle;

    public FileByteSource(string path)
    {
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_handle);
    }

    public override long Length { get; }

    public override int Read(long offset, Span<byte> destination)
    {
        int count = 0;
        while (count < destination.Length)
        {
            int read = RandomAccess.Read(_handle, destination.Slice(count), offset + count);
            if (read == 0) break;
            count += read;

            // A read that reached the end needs no further one to learn it.
            if (offset + count >= Length) break;
        }

        return count;
    }

    public override void Dispose()
    {
        _handle.Dispose();
        base.Dispose();
    }
}
