using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Pixels;

/// <summary>Converts words from big endian to little endian.</summary>
internal static class ByteOrder
{
    /// <summary>Reverses the bytes of each word.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Swap(Span<byte> bytes, int wordSize)
    {
        for (int i = 0; i + wordSize <= bytes.Length; i += wordSize) bytes.Slice(i, wordSize).Reverse();
    }
}
