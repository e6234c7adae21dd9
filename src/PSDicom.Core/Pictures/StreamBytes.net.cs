using System;
using System.IO;

namespace PSDicom.Pictures;

/// <summary>Writes a span of bytes.</summary>
internal static class StreamBytes
{
    public static void WriteBytes(this Stream stream, ReadOnlySpan<byte> bytes) => stream.Write(bytes);
}
