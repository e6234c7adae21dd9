namespace PSDicom.Codecs;

/// <summary>What the data set has to say of encoded frames.</summary>
internal sealed record EncodedFormat
{
    /// <summary>Photometric Interpretation: that of the samples, unless the codec converts colours.</summary>
    public required string PhotometricInterpretation { get; init; }

    /// <summary>Planar Configuration; null for one sample per pixel, where it is absent.</summary>
    public int? PlanarConfiguration { get; init; }

    /// <summary>The term of Lossy Image Compression Method (PS3.3 section C.7.6.1.1.5.1); null if the frames are encoded without loss.</summary>
    public string? LossyMethod { get; init; }
}
