using System;
using PSDicom.Codecs.Jpeg.Encoding;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg;

/// <summary>Encodes DCT-based JPEG (ITU-T T.81 annex F), with the best Huffman tables for each frame.</summary>
/// <param name="isExtended">Whether the transfer syntax is that of the extended process, which also has 12 bits; otherwise baseline.</param>
internal sealed class JpegDctEncoder(bool isExtended) : IFrameEncoder
{
    private const string LossyMethod = "ISO_10918_1";
    private const string HalfChrominance = "YBR_FULL_422";
    private const int MaxQuality = 100;

    private static readonly string[] Grey = [PhotometricInterpretations.BlackIsZero, PhotometricInterpretations.WhiteIsZero];

    /// <summary>PS3.5 table 8.2.1-1. Colours become YBR_FULL or YBR_FULL_422.</summary>
    private static readonly AllowedFormat[] Baseline =
    [
        new() { PhotometricInterpretations = Grey, SamplesPerPixel = 1, BitsAllocated = [8], MinBitsStored = 8, MaxBitsStored = 8 },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Rgb, PhotometricInterpretations.YbrFull],
            SamplesPerPixel = 3, BitsAllocated = [8], MinBitsStored = 8, MaxBitsStored = 8,
        },
    ];

    /// <summary>The same table, for samples of one byte.</summary>
    private static readonly AllowedFormat[] Extended =
        [new() { PhotometricInterpretations = Grey, SamplesPerPixel = 1, BitsAllocated = [8], MinBitsStored = 8, MaxBitsStored = 8 }];

    /// <summary>The same table, for samples of two bytes.</summary>
    private static readonly AllowedFormat[] ExtendedOf12Bits =
        [new() { PhotometricInterpretations = Grey, SamplesPerPixel = 1, BitsAllocated = [16], MinBitsStored = 12, MaxBitsStored = 12 }];

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    private string Name => isExtended ? "JPEG Extended" : "JPEG Baseline";

    /// <inheritdoc/>
    public EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options)
    {
        AllowedFormat.Require(!isExtended ? Baseline : format.BitsAllocated == 16 ? ExtendedOf12Bits : Extended, Name, format);
        if (options.Quality is < 1 or > MaxQuality) throw EncodingError.NotAllowed(Name, $"has a quality of 1 to {MaxQuality}, not {options.Quality}.");
        bool isColor = format.Shape.SamplesPerPixel > 1;
        return new EncodedFormat
        {
            PhotometricInterpretation = !isColor
                ? format.PhotometricInterpretation
                : options.Subsampling == ChromaSubsampling.None ? PhotometricInterpretations.YbrFull : HalfChrominance,
            PlanarConfiguration = isColor ? 0 : null,
            LossyMethod = LossyMethod,
        };
    }

    /// <inheritdoc/>
    public void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null)
    {
        Describe(format, options);
        format.RequireLength(samples);
        var source = new DctSource
        {
            Samples = samples,
            Width = format.Shape.Columns,
            Height = format.Shape.Rows,
            Components = format.Shape.SamplesPerPixel,
            Precision = format.BitsStored,
            IsRgb = format.PhotometricInterpretation == PhotometricInterpretations.Rgb,
            Subsampling = options.Subsampling,
            Quality = options.Quality,
            HasOwnTables = true,
        };
        DctCodestream.Encode(source, [], bytes => target.Write(bytes), threads?.Cancellation ?? default);
    }
}
