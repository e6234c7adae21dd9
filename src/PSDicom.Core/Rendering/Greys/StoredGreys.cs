using System;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>Renders stored values unchanged, without a window.</summary>
internal static class StoredGreys
{
    /// <summary>Renders stored values. Signed values are shifted to begin at 0.</summary>
    /// <exception cref="DicomException">The values need more bits than requested, or than a picture supports.</exception>
    public static Picture Render(DicomFrame frame, RenderOptions options)
    {
        Array samples = frame.GetPixels();
        if (SampleIndex.Of(frame) is not { } index)
        {
            throw NotSupported(
                $"Samples of type {frame.SampleType} cannot be written to a picture unchanged. " +
                "Choose a window such as MinMax, or a data format: NPY, RAW, or TIFF of rescaled values.");
        }

        int bits = options.BitDepth ?? (index.Bits <= 8 ? 8 : 16);
        if (index.Bits > bits)
            throw NotSupported($"Stored values of {index.Bits} bits cannot be written unchanged to an 8-bit picture. Choose a bit depth of 16, or a window.");

        bool areSamples = !options.Invert && SampleArray.TypeOf(samples) == SampleArray.TypeOf(bits, isSigned: false);
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
