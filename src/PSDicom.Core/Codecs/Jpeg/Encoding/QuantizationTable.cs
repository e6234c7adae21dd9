using System;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// A quantization table: an example of T.81 K.1, scaled by the quality as in other programs.
/// </summary>
internal sealed class QuantizationTable
{
    private readonly byte[] _divisors = new byte[64];

    private QuantizationTable(ReadOnlySpan<byte> example, int quality)
    {
        // The scale of the Independent JPEG Group: 50 is the example itself, 100 divides by 1.
        int percent = quality < 50 ? 5000 / quality : 200 - (2 * quality);
        for (int i = 0; i < 64; i++) _divisors[i] = (byte)Math.Max(1, Math.Min(255, ((example[i] * percent) + 50) / 100));
    }

    /// <summary>The divisors in natural order.</summary>
    public ReadOnlySpan<byte> Divisors => _divisors;

    /// <summary>Makes the tables for luminance and chrominance.</summary>
    /// <param name="quality">The quality, 1 to 100.</param>
    public static QuantizationTable[] Make(int quality) => [new(LuminanceExample, quality), new(ChrominanceExample, quality)];

    private static ReadOnlySpan<byte> LuminanceExample =>
    [
        16, 11, 10, 16, 24, 40, 51, 61,
        12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56,
        14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77,
        24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101,
        72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static ReadOnlySpan<byte> ChrominanceExample =>
    [
        17, 18, 24, 47, 99, 99, 99, 99,
        18, 21, 26, 66, 99, 99, 99, 99,
        24, 26, 56, 99, 99, 99, 99, 99,
        47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
    ];
}
