using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PSDicom.Images.Png;

/// <summary>The parts that the processor does for many bytes at once.</summary>
internal static partial class PngKernels
{
    /// <summary>Reverses the bytes of words.</summary>
    public static void Swap(ReadOnlySpan<ushort> words, Span<ushort> target) => BinaryPrimitives.ReverseEndianness(words, target);

    /// <summary>Does as many bytes as fill vectors, and gives their number.</summary>
    private static int PaethVector(
        ReadOnlySpan<byte> line, ReadOnlySpan<byte> left, ReadOnlySpan<byte> above, ReadOnlySpan<byte> aboveLeft, Span<byte> target)
    {
        int done = 0;
        if (!Vector128.IsHardwareAccelerated) return done;
        for (; done + Vector128<byte>.Count <= line.Length; done += Vector128<byte>.Count)
        {
            Vector128<byte> a = Load(left, done), b = Load(above, done), c = Load(aboveLeft, done);
            Vector128<byte> larger = Vector128.Max(a, c), smaller = Vector128.Min(a, c);
            Vector128<byte> largerAbove = Vector128.Max(b, c), smallerAbove = Vector128.Min(b, c);
            Vector128<byte> toLeft = largerAbove - smallerAbove, toAbove = larger - smaller;

            // Where c is between a and b, the differences cancel each other; else they add up, to more than either: that is never the nearest.
            Vector128<byte> isBetween = Vector128.Equals(larger, c) ^ Vector128.Equals(largerAbove, c);
            Vector128<byte> toAboveLeft = (Vector128.Max(toLeft, toAbove) - Vector128.Min(toLeft, toAbove)) | ~isBetween;

            Vector128<byte> nearest = Vector128.Min(Vector128.Min(toLeft, toAbove), toAboveLeft);
            Vector128<byte> predicted = Vector128.ConditionalSelect(
                Vector128.Equals(nearest, toLeft), a, Vector128.ConditionalSelect(Vector128.Equals(nearest, toAbove), b, c));
            (Load(line, done) - predicted).CopyTo(target.Slice(done));
        }

        return done;
    }

    private static Vector128<byte> Load(ReadOnlySpan<byte> bytes, int place) => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)place);
}
