using System;
using System.Buffers;
using System.IO;

namespace PSDicom.Pictures;

/// <summary>Writes a span of bytes, where streams accept only arrays.</summary>
internal static class StreamBytes
{
    private const int PieceLength = 65536;

    public static void WriteBytes(this Stream stream, ReadOnlySpan<byte> bytes)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(Math.Min(bytes.Length, PieceLength));
        try
        {
            while (!bytes.IsEmpty)
            {
                int count = Math.Min(bytes.Length, piece.Length);
                bytes.Slice(0, count).CopyTo(piece);
                stream.Write(piece, 0, count);
                bytes = bytes.Slice(count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
