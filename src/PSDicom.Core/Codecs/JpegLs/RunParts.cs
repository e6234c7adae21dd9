using System;

namespace PSDicom.Codecs.JpegLs;

/// <summary>The parts in which run lengths are coded (ITU-T T.87 A.7.1).</summary>
internal static class RunParts
{
    /// <summary>The largest RUNindex.</summary>
    public const int LastIndex = 31;

    /// <summary>J: the bits of the length of a part, by RUNindex.</summary>
    public static ReadOnlySpan<byte> Bits => [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15];
}
