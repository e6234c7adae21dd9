using System;
using System.Buffers;
using System.Security.Cryptography;
using System.Threading;

namespace PSDicom.Cli.Output;

/// <summary>The SHA-256 of a value's bytes, read piece by piece: values can be larger than memory.</summary>
internal static class ValueHash
{
    private const int PieceSize = 1024 * 1024;

    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Compute(DicomElement element, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = element.ByteLength;
        byte[] piece = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, PieceSize));
        try
        {
            for (long start = 0; start < length; start += piece.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                Span<byte> bytes = piece.AsSpan(0, (int)Math.Min(piece.Length, length - start));
                element.ReadBytes(start, bytes);
                hash.AppendData(bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
