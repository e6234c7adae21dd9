using System;

namespace PSDicom.Images.Zlib;

/// <summary>The checksum at the end of a zlib stream (RFC 1950 section 8.2).</summary>
internal static class Adler32
{
    public const uint Initial = 1;

    private const uint Modulus = 65521;

    // So many bytes of 255 cannot make the sums overflow.
    private const int Chunk = 5552;

    public static uint Add(uint adler, ReadOnlySpan<byte> bytes)
    {
        uint sum = adler & 0xFFFF, sumOfSums = adler >> 16;
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> chunk = bytes.Slice(0, Math.Min(bytes.Length, Chunk));
            foreach (byte value in chunk)
            {
                sum += value;
                sumOfSums += sum;
            }

            sum %= Modulus;
            sumOfSums %= Modulus;
            bytes = bytes.Slice(chunk.Length);
        }

        return (sumOfSums << 16) | sum;
    }
}
