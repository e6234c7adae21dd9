using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using PSDicom.IO.Sources;

namespace PSDicom.Operations.Series;

/// <summary>Compares the bytes of files.</summary>
internal static class FileBytes
{
    private const int Piece = 256 * 1024;

    /// <summary>The SHA-256 of the bytes of a file, for comparing many; null if the file can no longer be read.</summary>
    public static string? DigestOf(string path, CancellationToken cancellation)
    {
        try
        {
            using var source = new FileByteSource(path);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = new byte[(int)Math.Min(Piece, source.Length)];
            long offset = 0;
            for (int length; (length = source.Read(offset, piece)) > 0; offset += length)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(piece, 0, length);
            }

            return Convert.ToBase64String(hash.GetHashAndReset());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether two files have the same bytes. Files that can no longer be read count as different.</summary>
    public static bool AreSame(string one, string other, CancellationToken cancellation)
    {
        try
        {
            using var a = new FileByteSource(one);
            return AreSame(a, other, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a file has the bytes of a source. A file that can no longer be read counts as different.</summary>
    public static bool AreSame(ByteSource one, string other, CancellationToken cancellation)
    {
        try
        {
            using var b = new FileByteSource(other);
            return AreSame(one, b, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether two sources have the same bytes.</summary>
    public static bool AreSame(ByteSource one, ByteSource other, CancellationToken cancellation)
    {
        if (one.Length != other.Length) return false;
        var pieceOfOne = new byte[(int)Math.Min(Piece, one.Length)];
        var pieceOfOther = new byte[pieceOfOne.Length];
        for (long offset = 0; offset < one.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            int length = one.Read(offset, pieceOfOne);
            if (length == 0 || other.Read(offset, pieceOfOther) != length) return false;
            if (!pieceOfOne.AsSpan(0, length).SequenceEqual(pieceOfOther.AsSpan(0, length))) return false;
            offset += length;
        }

        return true;
    }
}
