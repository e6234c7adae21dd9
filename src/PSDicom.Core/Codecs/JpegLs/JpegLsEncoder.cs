using System;
using System.Buffers;
using PSDicom.Codecs.JpegLs.Encoding;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Codecs.JpegLs;

/// <summary>Encodes JPEG-LS, lossless and near-lossless (ITU-T T.87, ISO/IEC 14495-1), with the default parameters of the standard.</summary>
/// <param name="isLossless">Whether the transfer syntax is the lossless one.</param>
internal sealed class JpegLsEncoder(bool isLossless) : IFrameEncoder
{
    private const string LossyMethod = "ISO_14495_1";
    private const int MaxNear = 255;

    /// <summary>PS3.5 table 8.2.3-1.</summary>
    private static readonly AllowedFormat[] Allowed =
    [
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.BlackIsZero, PhotometricInterpretations.WhiteIsZero],
            SamplesPerPixel = 1, IsSignedAllowed = true, BitsAllocated = [8, 16], MinBitsStored = 2, MaxBitsStored = 16,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.YbrFull],
            SamplesPerPixel = 3, BitsAllocated = [8], MinBitsStored = 2, MaxBitsStored = 8,
        },
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Rgb],
            SamplesPerPixel = 3, BitsAllocated = [8, 16], MinBitsStored = 2, MaxBitsStored = 16,
        },
    ];

    private static readonly AllowedFormat[] AllowedLossless =
    [
        .. Allowed,
        new()
        {
            PhotometricInterpretations = [PhotometricInterpretations.Palette],
            SamplesPerPixel = 1, BitsAllocated = [8, 16], MinBitsStored = 2, MaxBitsStored = 16,
        },
    ];

    /// <inheritdoc/>
    public bool KeepsNativeLayout => false;

    private string Name => isLossless ? "JPEG-LS Lossless" : "JPEG-LS Near-Lossless";

    /// <inheritdoc/>
    public EncodedFormat Describe(FrameFormat format, FrameEncodingOptions options)
    {
        AllowedFormat.Require(isLossless ? AllowedLossless : Allowed, Name, format);
        int near = NearOf(options), maxNear = Math.Min(MaxNear, ((1 << format.BitsStored) - 1) / 2);
        if (near < 0 || near > maxNear)
            throw EncodingError.NotAllowed(Name, $"allows samples of {format.BitsStored} bits to change by 0 to {maxNear}, not by {near}.");
        return new EncodedFormat
        {
            PhotometricInterpretation = format.PhotometricInterpretation,
            PlanarConfiguration = format.Shape.SamplesPerPixel == 1 ? null : 0,
            LossyMethod = near == 0 ? null : LossyMethod,
        };
    }

    /// <inheritdoc/>
    public unsafe void Encode(ReadOnlyMemory<byte> samples, FrameFormat format, FrameEncodingOptions options, EncodedBytes target, FrameThreads? threads = null)
    {
        Describe(format, options);
        format.RequireLength(samples);
        int start = target.Length;
        using MemoryHandle source = samples.Pin();
        int near = NearOf(options);
        if (!TryEncode(near, margin: 0))
        {
            // Samples near the ends of the signed range would be decoded as those of the other end. Half of the change is used to keep away
            // from the ends, the other half for the errors.
            target.Truncate(start);
            TryEncode(near / 2, margin: near / 2);
        }

        bool TryEncode(int near, int margin)
        {
            var parameters = JpegLsCodingParameters.Create(default, format.BitsStored, near, ThresholdRule.Standard, 0);
            JpegLsMarkerWriter.WriteHeader(target, format, near, parameters);
            var scan = new JpegLsScanEncoder(format, parameters, margin, threads?.Cancellation ?? default);
            bool isComplete = scan.Encode((byte*)source.Pointer, target);
            JpegLsMarkerWriter.WriteEnd(target);
            return isComplete;
        }
    }

    private int NearOf(FrameEncodingOptions options) => isLossless ? 0 : options.NearLossless;
}
