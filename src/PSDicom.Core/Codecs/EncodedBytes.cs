using System;

namespace PSDicom.Codecs;

/// <summary>Memory that grows with the bytes of an encoded frame, and is used again for the next one.</summary>
internal sealed class EncodedBytes
{
    private const int Minimum = 1 << 12;

    private byte[] _bytes = [];

    /// <summary>The number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes. Valid until more are added.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>Removes all bytes after the first ones.</summary>
    public void Truncate(int length) => Length = Math.Min(Length, length);

    /// <summary>Provides room for more bytes, at least as many as asked for. Their content is undefined.</summary>
    /// <exception cref="DicomException">An array cannot hold as many (<see cref="DicomErrorReason.ValueTooLarge"/>).</exception>
    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count) Grow((long)Length + count);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Adds the first bytes of <see cref="Reserve"/>.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes over earlier bytes, such as a length that was not known.</summary>
    public void Replace(int position, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(position, Math.Min(bytes.Length, Length - position)));

    private void Grow(long needed)
    {
        if (needed > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, "The encoded frame has more bytes than an array can hold.", tagPath: "PixelData");
        }

        long length = Math.Max(Minimum, Math.Min(DicomLimits.MaxArray, Math.Max(needed, 2L * _bytes.Length)));
        Array.Resize(ref _bytes, (int)length);
    }
}
