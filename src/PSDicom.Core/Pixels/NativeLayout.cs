using System;
using System.Collections.Generic;

namespace PSDicom.Pixels;

/// <summary>
/// How much room a frame takes in native pixel data, where frames follow each other without gaps, even where a frame does not fill its
/// last byte (PS3.5 sections 8.1.1 and 8.2).
/// </summary>
/// <param name="frameBits">The bits of a frame.</param>
internal readonly struct NativeLayout(ulong frameBits)
{
    private static readonly DicomTag FloatPixelData = new(0x7FE0_0008);
    private static readonly DicomTag DoubleFloatPixelData = new(0x7FE0_0009);

    /// <summary>The layouts that a format may mean: the one that the standard defines first, then those that writers are known for.</summary>
    /// <returns>None if the format does not tell.</returns>
    public static IReadOnlyList<NativeLayout> Of(PixelFormat format, DicomTag pixelData)
    {
        int? bits = pixelData == FloatPixelData ? 32 : pixelData == DoubleFloatPixelData ? 64 : format.BitsAllocated;
        if (format.Rows is not { } rows || format.Columns is not { } columns || bits is not { } bitsAllocated) return [];
        int samples = format.SamplesPerPixel ?? DefaultSamples(format.PhotometricInterpretation);
        ulong pixels = (ulong)rows * (ulong)columns;
        ulong whole = pixels * (ulong)samples;
        var layouts = new List<NativeLayout>();
        if (samples == 3 && SubsampledHalves(format.PhotometricInterpretation) is { } halves)
            layouts.Add(new NativeLayout(pixels * halves / 2 * (ulong)bitsAllocated));
        layouts.Add(new NativeLayout(whole * (ulong)bitsAllocated));

        // Some do not pack: a bit takes a byte, 12 bits take two.
        if (bitsAllocated % 8 != 0) layouts.Add(new NativeLayout(whole * (ulong)((bitsAllocated + 7) / 8 * 8)));
        return layouts;
    }

    /// <summary>The bytes of so many frames; <see cref="long.MaxValue"/> if more than any file has.</summary>
    public long LengthOf(long frames)
    {
        double bits = (double)frames * frameBits;
        return bits >= long.MaxValue ? long.MaxValue : (long)((((ulong)frames * frameBits) + 7) / 8);
    }

    /// <summary>How many whole frames so many bytes hold.</summary>
    public long WholeFrames(long length) => (long)Math.Min(long.MaxValue, (ulong)length * 8 / frameBits);

    /// <summary>Whether so many bytes are just so many frames, the byte that makes the length even aside.</summary>
    public bool Fits(long frames, long length)
    {
        long needed = LengthOf(frames);
        return length == needed || (length == needed + 1 && (needed & 1) == 1);
    }

    private static int DefaultSamples(string? photometricInterpretation) => photometricInterpretation switch
    {
        null or "MONOCHROME1" or "MONOCHROME2" or "PALETTE COLOR" => 1,
        _ => 3,
    };

    /// <summary>Of subsampled colour: twice the samples that a pixel takes on average (PS3.3 section C.7.6.3.1.2).</summary>
    private static ulong? SubsampledHalves(string? photometricInterpretation) => photometricInterpretation switch
    {
        "YBR_FULL_422" or "YBR_PARTIAL_422" => 4,
        "YBR_PARTIAL_420" => 3,
        _ => null,
    };
}
