using System;
using System.Buffers;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using PSDicom.Pixels;

namespace PSDicom.Operations;

/// <summary>Hashes the decoded frames of files.</summary>
public static class FrameHasher
{
    private const int Piece = 64 * 1024;

    /// <summary>
    /// Hashes frames one after another: cells as they are stored, little endian, the samples of a pixel together, each as wide as it is
    /// allocated; of single bits, a byte each. Bits beyond those stored are hashed as they are (toolkits that decode do not agree on
    /// clearing them), but do not count in the smallest and the largest value. As RGB: the values that colour was made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">The numbers of the frames, from 1; null for all.</param>
    /// <param name="asRgb">Whether colour is made RGB first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <inheritdoc cref="FrameReader.Read(string, FrameReadOptions?, CancellationToken)" path="/exception"/>
    public static IEnumerable<DicomFrameHash> Hash(string path, IReadOnlyList<int>? frames, bool asRgb, CancellationToken cancellation)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        return HashAll(path, frames, asRgb, cancellation);
    }

    private static IEnumerable<DicomFrameHash> HashAll(string path, IReadOnlyList<int>? frames, bool asRgb, CancellationToken cancellation)
    {
        foreach (DecodedFrame decoded in FrameReader.Decode(path, frames, cancellation))
        {
            string? hash = asRgb ? null : HashOf(decoded.Cells);
            DicomFrame frame = decoded.ToFrame(new FrameReadOptions { AsRgb = asRgb });
            yield return new DicomFrameHash
            {
                Path = path,
                Frame = frame.Frame,
                Sha256 = hash ?? HashOf(frame.GetPixels()),
                Length = Buffer.ByteLength(frame.GetPixels()),
                PhotometricInterpretation = frame.PhotometricInterpretation,
                Minimum = frame.Minimum,
                Maximum = frame.Maximum,
                Warnings = frame.Warnings,
            };
        }
    }

    private static string HashOf(Array samples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] piece = ArrayPool<byte>.Shared.Rent(Piece);
        int length = Buffer.ByteLength(samples);
        for (int start = 0; start < length; start += Piece)
        {
            int count = Math.Min(Piece, length - start);
            Buffer.BlockCopy(samples, start, piece, 0, count);
            hash.AppendData(piece, 0, count);
        }

        ArrayPool<byte>.Shared.Return(piece);
        var text = new StringBuilder(64);
        foreach (byte value in hash.GetHashAndReset()) text.Append(value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
