using System;
using System.Buffers;
using System.Collections.Generic;

namespace PSDicom.IO.Writing;

/// <summary>
/// Bytes that wait until the file that they become part of can be written: the first ones are in memory, the others in a temporary file beside
/// that file, which is deleted with this.
/// </summary>
/// <param name="target">The file that they become part of.</param>
/// <param name="maxInMemory">The most bytes in memory.</param>
/// <param name="makeFolder">Makes the folder of the file, if a temporary one is needed; null if it exists.</param>
internal sealed class Spool(string target, int maxInMemory = Spool.MaxInMemory, Action? makeFolder = null) : OutputBytes
{
    private const int MaxInMemory = 32 << 20;

    /// <summary>Bytes of a block of memory; only the first one can be shorter, while it is the only one.</summary>
    private const int Block = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private long _room;
    private long _length;
    private OutputFile? _file;
    private string? _temporary;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => Write(_length, bytes);

    /// <inheritdoc/>
    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        long end = offset + bytes.Length;
        int inMemory = InMemory(offset, bytes.Length);
        Reserve(Math.Min(end, maxInMemory));
        for (int done = 0; done < inMemory;)
        {
            Span<byte> place = Place(offset + done, inMemory - done);
            bytes.Slice(done, place.Length).CopyTo(place);
            done += place.Length;
        }

        if (inMemory < bytes.Length) (_file ??= MakeFile()).Write(offset + inMemory - maxInMemory, bytes.Slice(inMemory));
        _length = Math.Max(_length, end);
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        int count = (int)Math.Max(0, Math.Min(destination.Length, _length - offset));
        int inMemory = InMemory(offset, count);
        for (int done = 0; done < inMemory;)
        {
            Span<byte> place = Place(offset + done, inMemory - done);
            place.CopyTo(destination.Slice(done));
            done += place.Length;
        }

        return inMemory == count ? count : inMemory + _file!.Read(offset + inMemory - maxInMemory, destination.Slice(inMemory, count - inMemory));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _file?.Dispose();
        if (_temporary is not null) AtomicFile.Delete(_temporary);
        foreach (byte[] block in _blocks) ArrayPool<byte>.Shared.Return(block);
        _blocks.Clear();
        (_room, _length) = (0, 0);
        base.Dispose();
    }

    /// <summary>How many of the bytes at a position are in memory.</summary>
    private int InMemory(long offset, int count) => (int)Math.Max(0, Math.Min(count, maxInMemory - offset));

    /// <summary>The memory at a position, at most to the end of its block.</summary>
    private Span<byte> Place(long offset, int count)
    {
        int start = (int)(offset % Block);
        return _blocks[(int)(offset / Block)].AsSpan(start, Math.Min(count, Block - start));
    }

    /// <summary>Provides memory up to a position. What nothing is written to is 0, as in a file.</summary>
    private void Reserve(long end)
    {
        if (end <= _room) return;
        if (_room < Block)
        {
            byte[] first = ArrayPool<byte>.Shared.Rent((int)Math.Min(Block, Math.Max(end, 2L * _room)));
            Span<byte> old = _blocks.Count == 0 ? default : _blocks[0].AsSpan(0, (int)_room);
            old.CopyTo(first);
            first.AsSpan((int)_room).Clear();
            if (_blocks.Count > 0) ArrayPool<byte>.Shared.Return(_blocks[0]);
            _blocks.Clear();
            _blocks.Add(first);
            _room = Math.Min(first.Length, Block);
        }

        for (; _room < end; _room += Block)
        {
            byte[] next = ArrayPool<byte>.Shared.Rent(Block);
            next.AsSpan(0, Block).Clear();
            _blocks.Add(next);
        }
    }

    private OutputFile MakeFile()
    {
        makeFolder?.Invoke();
        _temporary = TemporaryName.Beside(target);
        return OutputFile.Create(_temporary, target);
    }
}
