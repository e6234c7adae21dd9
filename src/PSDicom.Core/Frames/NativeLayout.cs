using System;
using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Frames;

/// <summary>
/// The layout of native pixel data. Frames follow each other without gaps, even if a frame does not fill its last byte (PS3.5 sections 8.1.1
/// and 8.2).
/// </summary>
/// <param name="frameBits">The bits of a frame.</param>
/// <param name="sampleBits">The bits from one sample to the next.</param>
/// <param name="samples">Samples of a pixel.</param>
/// <param name="sharing">The pixels that share colour samples.</param>
/// <param name="padding">Unused bits after each frame.</param>
internal readonly struct NativeLayout(ulong frameBits, int sampleBits, int samples, ColorSharing sharing, ulong padding = 0)
{
    /// <summary>The bits of a frame.</summary>
    public ulong FrameBits => frameBits;

    /// <summary>The bits from one frame to the next.</summary>
    public ulong Stride => frameBits + padding;

    /// <summary>Whether there are unused bits after each frame, against the standard.</summary>
    public bool IsPadded => padding > 0;

    /// <summary>The bits from one sample to the next.</summary>
    public int SampleBits => sampleBits;

    /// <summary>Samples of a pixel after upsampling.</summary>
    public int SamplesPerPixel => samples;

    /// <summary>The pixels that share colour samples (PS3.3 section C.7.6.3.1.2).</summary>
    public ColorSharing Sharing => sharing;

    /// <summary>The possible layouts of a format: first the standard's, then those of nonconforming writers.</summary>
    /// <returns>None if the format is incomplete.</returns>
    public static IReadOnlyList<NativeLayout> Of(PixelFormat format, DicomTag pixelData)
    {
        int? bits = pixelData == DicomTag.FloatPixelData ? 32 : pixelData == DicomTag.DoubleFloatPixelData ? 64 : format.BitsAllocated;
        if (format.Rows is not { } rows || format.Columns is not { } columns || bits is not { } bitsAllocated) return [];
        int samples = format.SamplesPerPixel ?? DefaultSamples(format.PhotometricInterpretation);
        ulong pixels = (ulong)rows * (ulong)columns;
        ulong whole = pixels * (ulong)samples;
        var layouts = new List<NativeLayout>();
        ColorSharing sharing = samples == 3 ? SharingOf(format.PhotometricInterpretation) : ColorSharing.None;
        if (sharing != ColorSharing.None)
        {
            ulong color = sharing == ColorSharing.Pairs ? pixels : pixels / 2;
            layouts.Add(new NativeLayout((pixels + color) * (ulong)bitsAllocated, bitsAllocated, samples, sharing));
        }

        layouts.Add(new NativeLayout(whole * (ulong)bitsAllocated, bitsAllocated, samples, ColorSharing.None));

        // Some writers do not pack: a bit takes a byte, 12 bits take two.
        int wholeBytes = (bitsAllocated + 7) / 8 * 8;
        if (wholeBytes != bitsAllocated) layouts.Add(new NativeLayout(whole * (ulong)wholeBytes, wholeBytes, samples, ColorSharing.None));

        // Some writers pad each frame to whole bytes or to an even number of bytes, like an element.
        foreach (int unit in (int[])[8, 16])
        {
            for (int i = 0, count = layouts.Count; i < count; i++)
            {
                if (!layouts[i].IsPadded && layouts[i].FrameBits % (ulong)unit is > 0 and ulong rest) layouts.Add(layouts[i].PaddedBy((ulong)unit - rest));
            }
        }

        return layouts;
    }

    /// <summary>The layout of pixel data with a given length: one that fits the declared number of frames, else one that fits any number.</summary>
    /// <returns>The layout; null if the format is incomplete.</returns>
    public static NativeLayout? Choose(PixelFormat format, DicomTag pixelData, long? declaredFrames, long length)
    {
        IReadOnlyList<NativeLayout> layouts = Of(format, pixelData);
        foreach (NativeLayout layout in layouts)
        {
            if (layout.Fits(declaredFrames ?? 1, length)) return layout;
        }

        foreach (NativeLayout layout in layouts)
        {
            // Padding is only assumed if it explains the declared number.
            if (!layout.IsPadded && layout.Fits(layout.WholeFrames(length), length)) return layout;
        }

        return layouts.Count == 0 ? null : layouts[0];
    }

    /// <summary>Samples Per Pixel where it is missing.</summary>
    public static int DefaultSamples(string? photometricInterpretation) => PhotometricInterpretations.HasOneSample(photometricInterpretation) ? 1 : 3;

    /// <summary>The bytes of a number of frames; <see cref="long.MaxValue"/> on overflow.</summary>
    public long LengthOf(long frames)
    {
        double bits = (double)frames * Stride;
        return bits >= long.MaxValue ? long.MaxValue : (long)((((ulong)frames * Stride) + 7) / 8);
    }

    /// <summary>The number of complete frames in a number of bytes.</summary>
    public long WholeFrames(long length) => (long)Math.Min(long.MaxValue, (ulong)length * 8 / Stride);

    /// <summary>Whether a number of bytes is exactly a number of frames, with or without a padding byte.</summary>
    public bool Fits(long frames, long length)
    {
        long needed = LengthOf(frames);
        return length == needed || (length == needed + 1 && (needed & 1) == 1);
    }

    private NativeLayout PaddedBy(ulong bits) => new(frameBits, sampleBits, samples, sharing, bits);

    private static ColorSharing SharingOf(string? photometricInterpretation) => photometricInterpretation switch
    {
        "YBR_FULL_422" or "YBR_PARTIAL_422" => ColorSharing.Pairs,
        "YBR_PARTIAL_420" => ColorSharing.Squares,
        _ => ColorSharing.None,
    };
}
