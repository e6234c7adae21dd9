using System;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>Stored values as they are: what a picture without a window has.</summary>
internal static class StoredGreys
{
    /// <summary>Makes a picture of the stored values; signed ones are moved up to begin at 0.</summary>
    /// <exception cref="DicomException">They need more bits than asked for, or than a picture can have.</exception>
    public static Picture Render(DicomFrame frame, RenderOptions options)
    {
        Array samples = frame.GetPixels();
        if (SampleIndex.Of(frame) is not { } index)
        {
            throw NotSupported(
                $"Samples of type {frame.SampleType} cannot be written to a picture as they are. " +
                "Choose a window such as MinMax, or a format for data: NPY, RAW, or TIFF of rescaled values.");
        }

        int bits = options.BitDepth ?? (index.Bits <= 8 ? 8 : 16);
        if (index.Bits > bits)
            throw NotSupported($"Stored values of {index.Bits} bits cannot be written as they are to a picture of 8. Choose 16 bits, or a window.");

        bool areSamples = !index.IsSigned && !options.Invert && samples is byte[] == (bits == 8);
        return new Picture(areSamples ? samples : index.Find(samples, Table(index, bits, options.Invert)))
        {
            Width = frame.Columns,
            Height = frame.Rows,
            SamplesPerPixel = 1,
            Warnings = frame.Warnings,
        };
    }

    private static Array Table(SampleIndex index, int bits, bool isInverted)
    {
        int lowest = index.IsSigned ? index.Count / 2 : 0, white = (1 << bits) - 1;
        int Sample(double stored) => isInverted ? white - ((int)stored + lowest) : (int)stored + lowest;
        double[] values = index.ToValues();
        return bits == 8
            ? Array.ConvertAll(values, value => (byte)Sample(value))
            : Array.ConvertAll(values, value => (ushort)Sample(value));
    }

    private static DicomException NotSupported(string detail) => new(DicomErrorReason.PictureNotSupported, detail);
}
