using System;
using System.IO;
using System.Threading;
using PSDicom.IO.Sources;

namespace PSDicom.Operations.Series;

/// <summary>Compares the bytes of files.</summary>
internal static class FileBytes
{
    private const int Piece = 256 * 1024;

    /// <summary>Whether two files have the same bytes. Files that can no longer be read count as different.</summary>
    public static bool AreSame(string one, string other, CancellationToken cancellation)
    {
        try
        {
            using var a = new FileByteSource(one);
            using var b = new FileByteSource(other);
            if (a.Length != b.Length) return false;
            var pieceOfA = new byte[Piece];
            var pieceOfB = new byte[Piece];
            for (long offset = 0; offset < a.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                int length = a.Read(offset, pieceOfA);
                if (length == 0 || b.Read(offset, pieceOfB) != length) return false;
                if (!pieceOfA.AsSpan(0, length).SequenceEqual(pieceOfB.AsSpan(0, length))) return false;
                offset += length;
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
