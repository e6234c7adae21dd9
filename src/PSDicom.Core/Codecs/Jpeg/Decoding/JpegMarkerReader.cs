using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Reads the marker segments of a codestream (T.81 B.1.1).</summary>
internal ref struct JpegMarkerReader
{
    private readonly ReadOnlySpan<byte> _data;

    /// <summary>Starts after SOI. Bytes before it are skipped.</summary>
    public JpegMarkerReader(ReadOnlySpan<byte> data)
    {
        _data = data;
        int start = data.IndexOf(Start);
        if (start < 0) throw CodestreamError.Jpeg("the SOI marker is missing.", 0);
        Position = start + 2;
    }

    public int Position { get; set; }

    /// <summary>SOI, and the first byte of the next marker.</summary>
    private static ReadOnlySpan<byte> Start => [0xFF, JpegMarker.SOI, 0xFF];

    /// <summary>
    /// Reads the code of the next marker; <see cref="JpegMarker.None"/> at the end. Stray bytes are skipped.
    /// </summary>
    public int Next()
    {
        while (true)
        {
            int distance = _data.Slice(Position).IndexOf((byte)0xFF);
            if (distance < 0) break;
            Position += distance;
            // Any number of 0xFF fill bytes can precede a marker (B.1.1.2).
            while (Position < _data.Length && _data[Position] == 0xFF) Position++;
            if (Position == _data.Length) break;
            int code = _data[Position++];
            if (code != 0) return code;
        }

        Position = _data.Length;
        return JpegMarker.None;
    }

    /// <summary>Reads the parameters of the last marker, without their length.</summary>
    public ReadOnlySpan<byte> ReadParameters(int marker)
    {
        ReadOnlySpan<byte> rest = _data.Slice(Position);
        int length = rest.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length)
            throw CodestreamError.Jpeg($"the segment of marker FF{marker:X2} has an invalid length.", Position);
        Position += length;
        return rest.Slice(2, length - 2);
    }
}
