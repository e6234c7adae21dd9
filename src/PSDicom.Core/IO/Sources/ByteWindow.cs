using System;
using System.Buffers;
using System.Threading;

namespace PSDicom.IO.Sources;

/// <summary>
/// The part of a source that is in memory. It moves forward with its reader: in small steps at first, as a header is small, then in larger
/// ones. Bytes that the reader skips are not read.
/// </summary>
internal sealed class ByteWindow : IDisposable
{
    private const int MaxRead = 64 * 1024;

    private readonly ByteSource _source;
    private readonly int _firstRead;
    private readonly CancellationToken _cancellation;
    private byte[] _buffer;
    private long _start;
    private int _count;
    private int _nextRead;

    /// <summary>Makes a window over a source.</summary>
    /// <param name="source">The source, which is not disposed.</param>
    /// <param name="firstRead">The size in bytes of the first read, and of the first after each skip.</param>
    /// <param name="cancellation">Ends the reading before the next read.</param>
    public ByteWindow(ByteSource source, int firstRead, CancellationToken cancellation = default)
    {
        _source = source;
        _firstRead = firstRead;
        _cancellation = cancellation;
        _nextRead = firstRead;
        _buffer = ArrayPool<byte>.Shared.Rent(firstRead);
    }

    /// <summary>The source.</summary>
    public ByteSource Source => _source;

    /// <summary>The length of the source; it may need a system call.</summary>
    public long Length => _source.Length;

    /// <summary>The number of bytes that were read from the source; repeated reads count again.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The number of available bytes at the position, up to a count. Bytes in memory are available even if the source became shorter.</summary>
    public long CountAvailable(long position, long count) =>
        position + count <= _start + _count ? count : Math.Max(0, Math.Min(count, Math.Max(Length, _start + _count) - position));

    /// <summary>Whether the bytes before the position are in memory.</summary>
    public bool Reaches(long position) => position <= _start + _count;

    /// <summary>A number of bytes at the position; fewer at the end of the source.</summary>
    public ReadOnlySpan<byte> Get(long position, int count)
    {
        long inside = position - _start;
        if (inside >= 0 && inside + count <= _count) return _buffer.AsSpan((int)inside, count);
        Move(position, count);
        return _buffer.AsSpan(0, Math.Min(count, _count));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Move(long position, int count)
    {
        _cancellation.ThrowIfCancellationRequested();
        long inside = position - _start;
        bool goesOn = inside >= 0 && inside <= _count;
        int kept = goesOn ? _count - (int)inside : 0;
        if (!goesOn) _nextRead = _firstRead;

        int wanted = (int)Math.Min(Math.Max(count, kept + _nextRead), Math.Max(0, _source.KnownLength - position));
        byte[] buffer = _buffer;
        if (wanted > buffer.Length) buffer = ArrayPool<byte>.Shared.Rent(wanted);
        if (kept > 0) Buffer.BlockCopy(_buffer, (int)inside, buffer, 0, kept);
        if (buffer != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = buffer;
        }

        _start = position;
        _count = kept;
        if (wanted > kept) _count += _source.Read(position + kept, _buffer.AsSpan(kept, wanted - kept));
        BytesRead += _count - kept;
        _nextRead = Math.Min(MaxRead, _nextRead * 2);
    }
}
