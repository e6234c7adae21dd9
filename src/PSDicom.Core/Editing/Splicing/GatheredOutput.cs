using System;
using System.Buffers;
using System.Threading;
using PSDicom.IO.Sources;
using PSDicom.IO.Writing;

namespace PSDicom.Editing.Splicing;

/// <summary>Writes forward, and puts small parts together, so that each element does not cost a call of the system.</summary>
/// <param name="output">The file.</param>
/// <param name="position">The position of the first byte.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class GatheredOutput(OutputBytes output, long position, CancellationToken cancellation) : IDisposable
{
    private const int Room = 1 << 16;

    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Room);
    private int _count;

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Room - _count) Flush();
        if (bytes.Length > Room)
        {
            output.Write(position, bytes);
            position += bytes.Length;
            return;
        }

        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>Copies bytes of a source.</summary>
    public void Copy(ByteSource source, long from, long count)
    {
        if (count <= 0) return;
        if (count > Room - _count) Flush();
        if (count > Room)
        {
            Write(new CopiedContent(source, from, count));
            return;
        }

        if (source.Read(from, _bytes.AsSpan(_count, (int)count)) < count) throw OutputBytes.Shorter(from);
        _count += (int)count;
    }

    /// <summary>Writes many bytes.</summary>
    public void Write(BulkContent content)
    {
        Flush();
        content.WriteTo(output, position, cancellation);
        position += content.Length;
    }

    /// <summary>Writes what is left.</summary>
    public void Flush()
    {
        output.Write(position, _bytes.AsSpan(0, _count));
        position += _count;
        _count = 0;
    }

    /// <summary>Releases memory; it writes nothing.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
}
