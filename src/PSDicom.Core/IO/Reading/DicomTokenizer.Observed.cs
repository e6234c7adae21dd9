using System;

namespace PSDicom.IO.Reading;

/// <summary>What only an <see cref="ITokenObserver"/> asks for.</summary>
internal sealed partial class DicomTokenizer
{
    /// <summary>The length of the delimiter that ended the level at an end token: 0 unless the file is wrong, or if there was none.</summary>
    public uint DelimiterLength()
    {
        long end = Offset + ByteLength;
        ReadOnlySpan<byte> bytes = _position == end + 8 ? _window.Get(end + 4, 4) : default;
        return bytes.Length == 4 ? _level.Encoding.ReadUInt32(bytes) : 0;
    }
}
