#pragma warning disable IDE0060 // the vector version takes them
using System;
using System.Buffers.Binary;

namespace PSDicom.Images.Png;

/// <summary>Here no byte is done by vectors.</summary>
internal static partial class PngKernels
{
    /// <summary>Reverses the bytes of words.</summary>
    public static void Swap(ReadOnlySpan<ushort> words, Span<ushort> target)
    {
        for (int i = 0; i < words.Length; i++) target[i] = BinaryPrimitives.ReverseEndianness(words[i]);
    }

    private static int PaethVector(
        ReadOnlySpan<byte> line, ReadOnlySpan<byte> left, ReadOnlySpan<byte> above, ReadOnlySpan<byte> aboveLeft, Span<byte> target) => 0;
}
