using System;
using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PSDicom.Threading;

namespace PSDicom.Frames;

/// <summary>Hashes the decoded frames of files.</summary>
public static class FrameHasher
{
    private const int Piece = 64 * 1024;
    private const string Digits = "0123456789abcdef";

    /// <summary>
    /// Hashes the stored values of a frame: little endian, by pixel, each with its allocated size; single bits are a byte each. Bits above those
    /// stored (PS3.5 section 8.1.1) are 0, or the sign of signed values. With RGB, the converted values are hashed.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="frame">The number of the frame, from 1.</param>
    /// <param name="asRgb">Whether colour is converted to RGB first.</param>
    /// <param name="throttleLimit">The most threads for decoding: <see cref="FrameReadOptions.ThrottleLimit"/>.</param>
    /// <inheritdoc cref="FrameFile.Read(int, FrameReadOptions?)" path="/exception"/>
    public static DicomFrameHash Hash(FrameFile file, int frame, bool asRgb, int throttleLimit = int.MaxValue)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        using var threads = new FrameThreads(throttleLimit, file.Cancellation);
        using DecodedFrame decoded = file.Decode(frame, threads);
        DicomFrame values = decoded.ToFrame(new FrameReadOptions { AsRgb = asRgb });
        return new DicomFrameHash
        {
            FullName = file.FullName,
            Frame = frame,
            Sha256 = HashOf(values.GetPixels()),
            Length = Buffer.ByteLength(values.GetPixels()),
            PhotometricInterpretation = values.PhotometricInterpretation,
            Minimum = values.Minimum,
            Maximum = values.Maximum,
            Warnings = values.Warnings,
        };
    }

    internal static string HashOf(Array samples)
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
        foreach (byte value in hash.GetHashAndReset()) text.Append(Digits[value >> 4]).Append(Digits[value & 0xF]);
        return text.ToString();
    }
}
