using System;
using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Frames;

/// <summary>
/// How frames lie in native pixel data, where they follow each other without gaps, even where a frame does not fill its last byte
/// (PS3.5 sections 8.1.1 and 8.2).
/// </summary>
/// <param name="frameBits">The bits of a frame.</param>
/// <param name="sampleBits">The bits from one sample to the next.</param>
/// <param name="samples">Samples of a pixel.</param>
/// <param name="sharing">Which pixels share colour samples.</param>
/// <param name="padding">Unused bits behind each frame.</param>
internal readonly struct NativeLayout(ulong frameBits, int sampleBits, int samples, ColorSharing sharing, ulong padding = 0)
{
    /// <summary>The bits of a frame.</summary>
    public ulong FrameBits => frameBits;

    /// <summary>The bits from the beginning of a frame to that of the next.</summary>
    public ulong Stride => frameBits + padding;

    /// <summary>Whether unused bits are behind each frame, which the standard does not have.</summary>
    public bool IsPadded => padding > 0;

    /// <summary>The bits from one sample to the next.</summary>
    public int SampleBits => sampleBits;

    /// <summary>Samples of a pixel, once colour is brought to full resolution.</summary>
    public int SamplesPerPixel => samples;

    /// <summary>Which pixels share colour samples (PS3.3 section C.7.6.3.1.2).</summary>
    public ColorSharing Sharing => sharing;

    /// <summary>The layouts that a format may mean: the one that the standard defines first, then those that writers are known for.</summary>
    /// <returns>None if the format does not tell.</returns>
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

        // Some do not pack: a bit takes a byte, 12 bits take two.
        int wholeBytes = (bitsAllocated + 7) / 8 * 8;
        if (wholeBytes != bitsAllocated) layouts.Add(new NativeLayout(whole * (ulong)wholeBytes, wholeBytes, samples, ColorSharing.None));

        // Some bring each frame to whole bytes, or to an even number of them, as if it were an element.
        foreach (int unit in (int[])[8, 16])
        {
            for (int i = 0, count = layouts.Count; i < count; i++)
            {
                if (!layouts[i].IsPadded && layouts[i].FrameBits % (ulong)unit is > 0 and ulong rest) layouts.Add(layouts[i].PaddedBy((ulong)unit - rest));
            }
        }

        return layouts;
    }

    /// <summary>The layout that so many bytes must have: one that fits the declared frames, else one that fits any number of them.</summary>
    /// <returns>Null if the format does not tell.</returns>
    public static NativeLayout? Choose(PixelFormat format, DicomTag pixelData, long? declaredFrames, long length)
    {
        IReadOnlyList<NativeLayout> layouts = Of(format, pixelData);
        foreach (NativeLayout layout in layouts)
        {
            if (layout.Fits(declaredFrames ?? 1, length)) return layout;
        }

        foreach (NativeLayout layout in layouts)
        {
            // That frames are padded is believed only where it explains the number that is declared.
            if (!layout.IsPadded && layout.Fits(layout.WholeFrames(length), length)) return layout;
        }

        return layouts.Count == 0 ? null : layouts[0];
    }

    /// <summary>The bytes of so many frames; <see cref="long.MaxValue"/> if more than any file has.</summary>
    public long LengthOf(long frames)
    {
        double bits = (double)frames * Stride;
        return bits >= long.MaxValue ? long.MaxValue : (long)((((ulong)frames * Stride) + 7) / 8);
    }

    /// <summary>How many whole frames so many bytes hold.</summary>
    public long WholeFrames(long length) => (long)Math.Min(long.MaxValue, (ulong)length * 8 / Stride);

    /// <summary>Whether so many bytes are just so many frames, the byte that makes the length even aside.</summary>
    public bool Fits(long frames, long length)
    {
        long needed = LengthOf(frames);
        return length == needed || (length == needed + 1 && (needed & 1) == 1);
    }

    private NativeLayout PaddedBy(ulong bits) => new(frameBits, sampleBits, samples, sharing, bits);

    private static int DefaultSamples(string? photometricInterpretation) =>
        PhotometricInterpretations.HasOneSample(photometricInterpretation) ? 1 : 3;

    private static ColorSharing SharingOf(string? photometricInterpretation) => photometricInterpretation switch
    {
        "YBR_FULL_422" or "YBR_PARTIAL_422" => ColorSharing.Pairs,
        "YBR_PARTIAL_420" => ColorSharing.Squares,
        _ => ColorSharing.None,
    };
}
