using System;
using System.Runtime.InteropServices;

namespace PSDicom.Validation;

/// <summary>Looks for zero bytes.</summary>
internal static class Zeros
{
    /// <summary>Whether all bytes are zero.</summary>
    public static bool AreAll(ReadOnlySpan<byte> bytes)
    {
        foreach (ulong eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            if (eight != 0) return false;
        }

        return CountBefore(bytes.Slice(bytes.Length / sizeof(ulong) * sizeof(ulong))) == 0;
    }

    /// <summary>The number of bytes before the zeros at the end.</summary>
    public static int CountBefore(ReadOnlySpan<byte> bytes)
    {
        int count = bytes.Length;
        while (count > 0 && bytes[count - 1] == 0) count--;
        return count;
    }
}
