using System;
using System.Collections.Generic;

namespace PSDicom.Pixels;

/// <summary>A picture to be written to a file: rendered, or unchanged values.</summary>
/// <param name="Pixels">
/// The samples, row by row from the top, with the samples of a pixel together. A rendered picture has <see cref="byte"/> or
/// <see cref="ushort"/> over their full range; unchanged values have any type of samples.
/// </param>
internal record Picture(Array Pixels)
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>1 (grey) or 3 (red, green, blue); any number for unchanged values.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>Whether all samples are 0 or 255, so that a format may write single bits.</summary>
    public bool IsBilevel { get; init; }

    /// <summary>Width of a pixel in mm, if known.</summary>
    public double? PixelWidth { get; init; }

    /// <summary>Height of a pixel in mm, if known.</summary>
    public double? PixelHeight { get; init; }

    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>The exact type of the samples.</summary>
    public SampleType SampleType => SampleArray.TypeOf(Pixels);

    /// <summary>Bits of a sample.</summary>
    public int BitDepth => IsBilevel ? 1 : SampleArray.SizeOf(SampleType) * 8;

    /// <summary>Whether both have the same size and sample type, so that one file can hold them.</summary>
    public bool HasSameLayoutAs(Picture other) =>
        (Width, Height, SamplesPerPixel, SampleType, IsBilevel)
        == (other.Width, other.Height, other.SamplesPerPixel, other.SampleType, other.IsBilevel);

    /// <summary>The same picture with other samples of the same pixels.</summary>
    public Picture With(Array newPixels, int samplesPerPixel) =>
        this with { Pixels = newPixels, SamplesPerPixel = samplesPerPixel, IsBilevel = false };
}
