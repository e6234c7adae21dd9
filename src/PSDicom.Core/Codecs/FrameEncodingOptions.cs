namespace PSDicom.Codecs;

/// <summary>The choices of the user for encoding. Each encoder uses those that its format has.</summary>
internal sealed record FrameEncodingOptions
{
    /// <summary>The defaults.</summary>
    public static FrameEncodingOptions Default { get; } = new();

    /// <summary>
    /// The quality of DCT-based JPEG, 1 to 100, on the scale of the Independent JPEG Group; also that of JPEG 2000 with loss, whose step of
    /// quantization is scaled in the same way.
    /// </summary>
    public int Quality { get; init; } = 90;

    /// <summary>The resolution of the chrominance of DCT-based JPEG.</summary>
    public ChromaSubsampling Subsampling { get; init; }

    /// <summary>NEAR: the most that a sample may change in near-lossless JPEG-LS; 0 for lossless.</summary>
    public int NearLossless { get; init; } = 2;

    /// <summary>
    /// How many times smaller than the samples, of Bits Allocated, JPEG 2000 with loss makes a frame, except for the headers of small ones; null
    /// for <see cref="Quality"/>.
    /// </summary>
    public double? Ratio { get; init; }
}
