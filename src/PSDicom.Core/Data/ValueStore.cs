using System;
using PSDicom.Text;

namespace PSDicom.Data;

/// <summary>
/// Where the values of one file are: the small ones together in one buffer, the bulk ones still in the file.
/// All data sets of a file share it.
/// </summary>
internal sealed class ValueStore(IValueSource source, CharacterSet? characterSetOverride)
{
    private byte[] _buffer = [];
    private int _count;

    /// <summary>The character set that the user says the file has, instead of what it says itself.</summary>
    public CharacterSet? CharacterSetOverride { get; } = characterSetOverride;

    /// <summary>Where bulk values are read from.</summary>
    public IValueSource Source { get; } = source;

    /// <summary>Keeps a copy of the bytes.</summary>
    /// <returns>Where in the buffer they are.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        int start = _count;
        if (bytes.Length > _buffer.Length - _count)
            Array.Resize(ref _buffer, checked(Math.Max(_count + bytes.Length, Math.Max(256, _buffer.Length + (_buffer.Length / 2)))));
        bytes.CopyTo(_buffer.AsSpan(start));
        _count += bytes.Length;
        return start;
    }

    /// <summary>The bytes kept at a place of the buffer.</summary>
    public ReadOnlySpan<byte> Kept(int start, int length) => _buffer.AsSpan(start, length);

    /// <summary>Lets go of the room that was not needed.</summary>
    public void Trim()
    {
        if (_buffer.Length - _count > 512) Array.Resize(ref _buffer, _count);
    }
}
