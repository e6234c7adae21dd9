namespace System.IO.Compression;

/// <summary>Reads what is deflated behind the two bytes of zlib's header; the checksum at its end is not looked at.</summary>
internal sealed class ZLibStream(Stream stream, CompressionMode mode) : DeflateStream(PassHeader(stream), mode)
{
    private static Stream PassHeader(Stream stream)
    {
        if (((stream.ReadByte() << 8) | stream.ReadByte()) % 31 != 0) throw new InvalidDataException("No header of zlib.");
        return stream;
    }
}
