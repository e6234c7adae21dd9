using System;

namespace PSDicom.Codecs;

/// <summary>Identifies a compressed image by its first bytes.</summary>
internal static class CodestreamStart
{
    /// <summary>The number of bytes that are inspected.</summary>
    public const int Length = 12;

    public static CodestreamKind Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return CodestreamKind.Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51])) return CodestreamKind.Jpeg2000;
        if (bytes.StartsWith("\0\0\0\u000CjP  \r\n"u8)) return CodestreamKind.Jp2;
        if (bytes.StartsWith("\0\0\0\u000CJXL \r\n"u8)) return CodestreamKind.JpegXLContainer;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])) return CodestreamKind.JpegXL;
        return IsRleHeader(bytes) ? CodestreamKind.Rle : CodestreamKind.Unknown;
    }

    private static bool IsRleHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length && bytes[0] is > 0 and <= 15 && bytes.Slice(1).StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 64, 0, 0, 0]);
}
