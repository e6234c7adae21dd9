using System;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering.Colors;

/// <summary>Renders RGB of any bits as RGB of 8 or 16 bits over their full range.</summary>
internal static class ColorRenderer
{
    private static volatile KeptTable? _table;

    /// <summary>Renders a frame of red, green and blue.</summary>
    /// <exception cref="DicomException">Samples are real numbers, or have more than 16 bits that must all be kept.</exception>
    public static Picture Render(DicomFrame frame, RenderOptions options)
    {
        if (SampleArray.TypeOf(frame.GetPixels()) == SampleType.UInt32 && (options.Windowing.Kind != WindowingKind.None || frame.BitsStored <= 16)) frame = HighWords(frame);
        Array samples = frame.GetPixels();
        if (SampleIndex.Of(frame) is not { } index)
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported,
                $"Colour samples of type {frame.SampleType} cannot be written to a picture. Choose a data format: NPY or RAW.");
        }

        bool keepsBits = options.Windowing.Kind == WindowingKind.None && index.Bits > 8;
        int bits = options.BitDepth ?? (keepsBits ? 16 : 8);
        bool areSamples = index.Bits == bits && SampleArray.TypeOf(samples) == SampleArray.TypeOf(bits, isSigned: false) && !options.Invert;
        return new Picture(areSamples ? samples : index.Find(samples, Table(index, bits, options.Invert)))
        {
            Width = frame.Columns,
            Height = frame.Rows,
            SamplesPerPixel = frame.SamplesPerPixel,
            Warnings = frame.Warnings,
        };
    }

    /// <summary>Keeps the upper 16 of the stored bits: a picture has no more.</summary>
    private static DicomFrame HighWords(DicomFrame frame)
    {
        int shift = Math.Max(0, frame.BitsStored - 16);
        Array words = Array.ConvertAll((uint[])frame.GetPixels(), sample => (ushort)(sample >> shift));
        return frame.With(words, frame.SamplesPerPixel, PhotometricInterpretations.Rgb, 16, Math.Min(16, frame.BitsStored));
    }

    /// <summary>Reuses the table of the last frame: a frame can have fewer pixels than the table has entries.</summary>
    private static Array Table(SampleIndex index, int bits, bool isInverted)
    {
        var key = new TableKey(index, bits, isInverted);
        if (_table is { } kept && kept.Key == key) return kept.Table;
        var table = new KeptTable(key, MakeTable(index, bits, isInverted));
        _table = table;
        return table.Table;
    }

    private static Array MakeTable(SampleIndex index, int bits, bool isInverted)
    {
        double[] values = index.ToValues();
        double lowest = index.IsSigned ? -index.Count / 2 : 0;
        VoiWindow.Between(lowest, lowest + index.Count - 1).Apply(values);
        return new GreyScale(bits, IsReversed: false, isInverted).Write(values);
    }

    /// <summary>The parameters that a table depends on.</summary>
    private sealed record TableKey(SampleIndex Index, int Bits, bool IsInverted);

    private sealed record KeptTable(TableKey Key, Array Table);
}
