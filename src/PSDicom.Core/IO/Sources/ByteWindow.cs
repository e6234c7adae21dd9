using System;
using System.Buffers;
using System.Threading;

namespace PSDicom.IO.Sources;

/// <summary>
/// The part of a source that is in memory just now. It moves forward with its reader: small pieces at first, as a
/// header is small, larger ones when the reader keeps going, and nothing of what the reader jumps over.
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
    /// <param name="source">The source; it stays the caller's.</param>
    /// <param name="firstRead">How many bytes to read first, and again after each jump.</param>
    /// <param name="cancellation">Ends the reading, before whichever read comes next.</param>
    public ByteWindow(ByteSource source, int firstRead, CancellationToken cancellation = default)
    {
        _source = source;
        _firstRead = firstRead;
        _cancellation = cancellation;
        _nextRead = firstRead;
        _buffer = ArrayPool<byte>.Shared.Rent(firstRead);
    }

    /// <summary>How many bytes the source has; to ask may take a call to the system.</summary>
    public long Length => _source.Length;

    /// <summary>How many bytes were read of the source; those that were read again count again.</summary>
    public long BytesRead { get; private set; }

    /// <summary>How many of so many bytes from the position on the source has. What is in memory is there, should the source have become shorter.</summary>
    public long CountAvailable(long position, long count) =>
        position + count <= _start + _count ? count : Math.Max(0, Math.Min(count, Math.Max(Length, _start + _count) - position));

    /// <summary>Whether what is in memory goes as far as the position.</summary>
    public bool Reaches(long position) => position <= _start + _count;

    /// <summary>The bytes from the position on: as many as asked for, or fewer at the end of the source.</summary>
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
