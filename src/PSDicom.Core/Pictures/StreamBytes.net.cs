using System;
using System.IO;

namespace PSDicom.Pictures;

/// <summary>Writes bytes that are not an array of their own.</summary>
internal static class StreamBytes
{
    public static void WriteBytes(this Stream stream, ReadOnlySpan<byte> bytes) => stream.Write(bytes);
}
