using System;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>The checksum of a zlib stream (RFC 1950 section 8.2): the sum of the bytes, and the sum of all intermediate sums.</summary>
internal static class Adler32
{
    public const uint Initial = 1;

    private const uint Modulus = 65521;

    // The maximum number of bytes before the sums can overflow.
    private const int Chunk = 5552;

    // A byte of a vector contributes to its own sum and to those of later bytes.
    private static readonly Vector<ushort> FirstWeights = Weights(Vector<byte>.Count), LastWeights = Weights(Vector<ushort>.Count);

    [MethodImpl(Compiled.AtOnce)]
    public static uint Add(uint adler, ReadOnlySpan<byte> bytes)
    {
        uint sum = adler & 0xFFFF, sumOfSums = adler >> 16;
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> chunk = bytes.Slice(0, Math.Min(bytes.Length, Chunk));
            bytes = bytes.Slice(chunk.Length);
            chunk = chunk.Slice(AddVectors(chunk, ref sum, ref sumOfSums));
            foreach (byte value in chunk)
            {
                sum += value;
                sumOfSums += sum;
            }

            sum %= Modulus;
            sumOfSums %= Modulus;
        }

        return (sumOfSums << 16) | sum;
    }

    /// <summary>Adds the bytes that fill whole vectors, and returns their number.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int AddVectors(ReadOnlySpan<byte> chunk, ref uint sum, ref uint sumOfSums)
    {
        ReadOnlySpan<Vector<byte>> vectors = MemoryMarshal.Cast<byte, Vector<byte>>(chunk);
        Vector<uint> sums = Vector<uint>.Zero, sumsBefore = Vector<uint>.Zero, weighted = Vector<uint>.Zero;
        foreach (Vector<byte> vector in vectors)
        {
            sumsBefore += sums;
            Vector.Widen(vector, out Vector<ushort> first, out Vector<ushort> last);
            sums += Widen(first + last);
            weighted += Widen((first * FirstWeights) + (last * LastWeights));
        }

        int count = vectors.Length * Vector<byte>.Count;
        sumOfSums += ((uint)count * sum) + ((uint)Vector<byte>.Count * Total(sumsBefore)) + Total(weighted);
        sum += Total(sums);
        return count;
    }

    private static Vector<uint> Widen(Vector<ushort> values)
    {
        Vector.Widen(values, out Vector<uint> first, out Vector<uint> last);
        return first + last;
    }

    private static uint Total(Vector<uint> values) => Vector.Dot(values, Vector<uint>.One);

    private static Vector<ushort> Weights(int first) => new([.. Enumerable.Range(0, Vector<ushort>.Count).Select(i => (ushort)(first - i))]);
}
