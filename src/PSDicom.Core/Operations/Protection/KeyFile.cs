using System;
using System.IO;

namespace PSDicom.Operations.Protection;

/// <summary>Reads a key from a file.</summary>
public static class KeyFile
{
    private const int MaxLength = 1 << 20;

    /// <summary>The bytes of a file, without line ends after them, which editors add.</summary>
    /// <exception cref="ArgumentException">It is too large to be a key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(string path)
    {
        if (new FileInfo(path).Length > MaxLength) throw new ArgumentException($"'{path}' is too large to be a key.");
        byte[] bytes = File.ReadAllBytes(path);
        int length = bytes.Length;
        while (length > 0 && bytes[length - 1] is (byte)'\r' or (byte)'\n') length--;
        Array.Resize(ref bytes, length);
        return bytes;
    }
}
