using System;
using System.Collections.Generic;

namespace PSDicom.Pixels;

/// <summary>A picture as it goes into a file: rendered, or stored values that are kept as they are.</summary>
/// <param name="Pixels">
/// The samples, row by row from the top, those of a pixel together. Of a rendered picture: <see cref="byte"/> or <see cref="ushort"/> over
/// their full range. Of values that are kept: any type of samples.
/// </param>
internal record Picture(Array Pixels)
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>1 (grey), 3 (red, green, blue), or of values that are kept, as many as there are.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>Whether no sample is other than 0 or 255, as it is made of single bits: a format may write it as such.</summary>
    public bool IsBilevel { get; init; }

    /// <summary>Width of a pixel in mm, if known.</summary>
    public double? PixelWidth { get; init; }

    /// <summary>Height of a pixel in mm, if known.</summary>
    public double? PixelHeight { get; init; }

    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>Bits of a sample.</summary>
    public int BitDepth => IsBilevel ? 1 : Buffer.ByteLength(Pixels) / Math.Max(1, Pixels.Length) * 8;

    /// <summary>Whether both have the same size and type, so that they can be in one file.</summary>
    public bool HasSameLayoutAs(Picture other) =>
        (Width, Height, SamplesPerPixel, Pixels.GetType(), IsBilevel)
        == (other.Width, other.Height, other.SamplesPerPixel, other.Pixels.GetType(), other.IsBilevel);

    /// <summary>The same picture with other pixels of the same place in the world.</summary>
    public Picture With(Array newPixels, int samplesPerPixel) =>
        this with { Pixels = newPixels, SamplesPerPixel = samplesPerPixel, IsBilevel = false };
}
