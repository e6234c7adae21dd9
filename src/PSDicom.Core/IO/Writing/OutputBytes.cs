using System;
using System.Buffers;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Writing;

/// <summary>Bytes that are written at any position and can be read back.</summary>
internal abstract class OutputBytes : ByteSource
{
    /// <summary>Large enough for disks and shares.</summary>
    private const int CopyBuffer = 1 << 20;

    /// <summary>Writes bytes at a position.</summary>
    /// <exception cref="TargetWriteException">They cannot be written.</exception>
    public abstract void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Copies bytes of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="from">The position there.</param>
    /// <param name="to">The position here.</param>
    /// <param name="count">The number of bytes.</param>
    /// <exception cref="DicomException">The source became shorter.</exception>
    /// <exception cref="TargetWriteException">These bytes cannot be written.</exception>
    public void Copy(ByteSource source, long from, long to, long count)
    {
        long copied = CopyBySystem(source, from, to, count);
        if (copied == count) return;
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(CopyBuffer, count - copied));
        try
        {
            while (copied < count)
            {
                int read = source.Read(from + copied, buffer.AsSpan(0, (int)Math.Min(buffer.Length, count - copied)));
                if (read == 0) throw Shorter(from + copied);
                Write(to + copied, buffer.AsSpan(0, read));
                copied += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The error of a source that became shorter while it was copied.</summary>
    public static DicomException Shorter(long position) => new(
        DicomErrorReason.FileChanged, "The file became shorter while it was being copied; try again.", offset: position);

    /// <summary>Copies bytes without this process, if the system can.</summary>
    /// <returns>The number of bytes that were copied.</returns>
    private protected virtual long CopyBySystem(ByteSource source, long from, long to, long count) => 0;
}
