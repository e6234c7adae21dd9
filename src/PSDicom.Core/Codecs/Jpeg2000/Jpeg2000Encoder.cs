using System;
using PSDicom.Codecs.Jpeg2000.Encoding;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>
/// Encodes JPEG 2000 (ITU-T T.800) and High-Throughput JPEG 2000 (ITU-T T.814): PS3.5 sections A.4.4, 8.2.4 and 8.2.14. RGB is stored after the
/// component transform (YBR_RCT, YBR_ICT), which decoders reverse.
/// </summary>
internal sealed class Jpeg2000Encoder : IFrameEncoder
{
    /// <summary>PS3.5 table 8.2.4-1.</summary>
    private static readonly AllowedFormat[] Allowed =
    [
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.BlackIsZero, PhotometricInterpretations.WhiteIsZero],
            SamplesPerPixel = 1, IsSignedAllowed = true, BitsAllocated = [8, 16, 32], MinBitsStored = 1, MaxBitsStored = CodingChoice.MaxBits,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Palette],
            SamplesPerPixel = 1, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Rgb, PhotometricInterpretations.YbrFull],
            SamplesPerPixel = 3, BitsAllocated = [8, 16], MinBitsStored = 1, MaxBitsStored = 16,
        },
    ];

    /// <summary>Those that can be compressed with loss: intensities, whose coefficients have bits for the finest step.</summary>
    private static readonly AllowedFormat[] AllowedForLoss =
    [
        Allowed[0] with { BitsAllocated = [8, 16], MaxBitsStored = 16 },
        Allowed[2],
    ];

    /// <summary>The compression, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it encodes without loss.</summary>
    public bool IsLossless { get; init; }

    /// <summary>Whether it is High-Throughput JPEG 2000.</summary>
    public bool IsHighThroughput { get; init; }

    /// <summary>Whether resolutions follow each other (RPCL), and their lengths are in the header.</summary>
    public bool IsByResolution { get; init; }

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    /// <inheritdoc/>
    public EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options)
    {
        AllowedFormat.Require(IsLossless ? Allowed : AllowedForLoss, Name, format);
        return new EncodedFormat
        {
            PhotometricInterpretation = HasTransform(format) ? IsLossless ? "YBR_RCT" : "YBR_ICT" : format.PhotometricInterpretation,
            PlanarConfiguration = format.Shape.SamplesPerPixel > 1 ? 0 : null,
            LossyMethod = IsLossless ? null : IsHighThroughput ? "ISO_15444_15" : "ISO_15444_1",
        };
    }

    /// <inheritdoc/>
    public void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null)
    {
        Describe(format, options);
        format.RequireLength(samples);
        var choice = new CodingChoice
        {
            IsHighThroughput = IsHighThroughput,
            IsReversible = IsLossless,
            HasComponentTransform = HasTransform(format),
            Order = IsByResolution ? ProgressionOrder.ResolutionPositionComponentLayer : ProgressionOrder.LayerResolutionComponentPosition,
            HasTileLengths = IsByResolution,
            Levels = CodingChoice.LevelsOf(format.Shape, IsByResolution),
            Step = IsLossless ? 1 : CodingChoice.StepOf(format.BitsStored, options.Quality),
        };
        threads ??= FrameThreads.One;
        if (!IsLossless && options.Ratio is { } ratio) RateEncoder.Encode(samples, format, choice, (long)(samples.Length / ratio), target, threads);
        else FrameEncoder.Encode(samples, format, choice, target, threads);
    }

    private static bool HasTransform(FrameFormat format) => format.PhotometricInterpretation == PhotometricInterpretations.Rgb;
}
