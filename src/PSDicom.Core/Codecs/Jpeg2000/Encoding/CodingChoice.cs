using System;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>How a frame is encoded: the content of the main header.</summary>
internal sealed record CodingChoice
{
    /// <summary>Code-blocks of 64 x 64: the largest, which cost least.</summary>
    public const int BlockExponent = 6;

    /// <summary>The most bits of a sample: its coefficients have four more, and a sign.</summary>
    public const int MaxBits = 24;

    /// <summary>Guard bits: two, as overflow in the lowest sub-band is 1.6 bits.</summary>
    public const int GuardBits = 2;

    /// <summary>The usual number of decomposition levels.</summary>
    private const int UsualLevels = 5;

    /// <summary>The size of the lowest resolution that the transfer syntax HTJ2K Lossless RPCL asks for (PS3.5 section 10.18).</summary>
    private const int ThumbnailSize = 64;

    /// <summary>Whether the high-throughput block coder is used (T.814).</summary>
    public required bool IsHighThroughput { get; init; }

    /// <summary>Whether the wavelet is 5/3, not 9/7.</summary>
    public required bool IsReversible { get; init; }

    public required bool HasComponentTransform { get; init; }

    /// <summary>The progression order.</summary>
    public required ProgressionOrder Order { get; init; }

    /// <summary>Whether each resolution is a tile-part, whose length is in the main header (TLM).</summary>
    public required bool HasTileLengths { get; init; }

    /// <summary>The number of decomposition levels.</summary>
    public required int Levels { get; init; }

    /// <summary>
    /// The step of quantization of a sub-band whose coefficients have a weight of 1, in units of a sample; only for the irreversible transform.
    /// </summary>
    public float Step { get; init; } = 1;

    /// <summary>
    /// The step for a quality: that of the Independent JPEG Group, by which a step of 4 % of the range of samples is scaled, and at 100 the
    /// finest one that matters.
    /// </summary>
    /// <param name="bits">The bits of a sample.</param>
    /// <param name="quality">The quality, 1 to 100.</param>
    public static float StepOf(int bits, int quality) => (float)((Math.Pow(2, bits) * 0.04 * (quality < 50 ? 50.0 / quality : 2 - (quality / 50.0))) + Math.Sqrt(0.5));

    /// <summary>The number of levels for an image: each sub-band has samples, unless the image is a single row or column.</summary>
    /// <param name="shape">The frame.</param>
    /// <param name="hasThumbnail">Whether the lowest resolution shall be a thumbnail.</param>
    public static int LevelsOf(FrameShape shape, bool hasThumbnail)
    {
        int shorter = Math.Min(shape.Rows, shape.Columns), levels = Math.Min(UsualLevels, Tiling.FloorLog2(shorter));
        while (hasThumbnail && Tiling.CeilShift(shorter, levels) > ThumbnailSize) levels++;
        return levels;
    }
}
