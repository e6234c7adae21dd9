using System;

namespace PSDicom.IO.Writing;

/// <summary>
/// Bytes that wait until the file that they become part of can be written: few are in memory, many in a temporary file beside that file, which
/// is deleted with this.
/// </summary>
/// <param name="target">The file that they become part of.</param>
/// <param name="maxInMemory">The most bytes in memory.</param>
/// <param name="makeFolder">Makes the folder of the file, if a temporary one is needed; null if it exists.</param>
internal sealed class Spool(string target, int maxInMemory = Spool.MaxInMemory, Action? makeFolder = null) : OutputBytes
{
    private const int MaxInMemory = 16 << 20;

    private byte[] _bytes = [];
    private long _length;
    private OutputFile? _file;
    private string? _temporary;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <summary>Makes room for bytes: what does not grow is not copied again and again.</summary>
    /// <param name="length">The number of bytes in all.</param>
    public void Reserve(long length)
    {
        if (_file is not null) return;
        if (length > maxInMemory) MoveToFile();
        else if (length > _bytes.Length) Array.Resize(ref _bytes, (int)length);
    }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => Write(_length, bytes);

    /// <inheritdoc/>
    public override void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        long end = Math.Max(_length, offset + bytes.Length);
        if (_file is null && end > maxInMemory) MoveToFile();
        if (_file is not null)
        {
            _file.Write(offset, bytes);
        }
        else
        {
            if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(maxInMemory, Math.Max(end, 2L * _bytes.Length)));
            bytes.CopyTo(_bytes.AsSpan((int)offset));
        }

        _length = end;
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        int count = (int)Math.Max(0, Math.Min(destination.Length, _length - offset));
        if (_file is not null) return _file.Read(offset, destination.Slice(0, count));
        _bytes.AsSpan((int)Math.Min(offset, _length), count).CopyTo(destination);
        return count;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _bytes = [];
        _file?.Dispose();
        if (_temporary is not null) AtomicFile.Delete(_temporary);
        base.Dispose();
    }

    private void MoveToFile()
    {
        makeFolder?.Invoke();
        _temporary = TemporaryName.Beside(target);
        _file = OutputFile.Create(_temporary, target);
        _file.Write(0, _bytes.AsSpan(0, (int)_length));
        _bytes = [];
    }
}
