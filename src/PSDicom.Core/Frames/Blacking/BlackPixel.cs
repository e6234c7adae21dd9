using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;

namespace PSDicom.Frames.Blacking;

/// <summary>Finds the stored values of a pixel that is shown black, by the way in which the image is shown. Thread-safe.</summary>
/// <param name="dataset">The data set of the image.</param>
internal sealed class BlackPixel(DicomDataset dataset)
{
    private const double RedWeight = 0.299, GreenWeight = 0.587, BlueWeight = 0.114;

    // Bounded: a range of stored values follows from a number of bits and a sign.
    private readonly ConcurrentDictionary<ValueRange, int> _darkest = [];
    private readonly GreyRenderer _greys = new(dataset, new RenderOptions());

    /// <summary>The samples of a black pixel, as numbers of the bits that are stored; those of colours are unsigned.</summary>
    /// <param name="frame">The frame of stored values.</param>
    /// <param name="area">The pixels that become black, which do not count.</param>
    /// <exception cref="DicomException">It is not known which colour of this image is black.</exception>
    public long[] Of(DicomFrame frame, BlackArea area)
    {
        long half = 1L << (frame.BitsStored - 1);
        return (frame.PhotometricInterpretation, frame.SamplesPerPixel) switch
        {
            (PhotometricInterpretations.Palette, 1) => [_darkest.GetOrAdd(ValueRange.OfStored(frame), DarkestOf)],
            (_, 1) => [GreyOf(frame, area)],
            (PhotometricInterpretations.Rgb or PhotometricInterpretations.Hsv, 3) => [0, 0, 0],
            (PhotometricInterpretations.YbrFull, 3) => [0, half, half],
            (PhotometricInterpretations.YbrPartial, 3) => [half / 8, half, half],
            ("ARGB", 4) => [0, 0, 0, 0],
            ("CMYK", 4) => [0, 0, 0, (half * 2) - 1],
            _ => throw new DicomException(
                DicomErrorReason.PixelFormatNotAllowed,
                string.Format(CultureInfo.InvariantCulture, "Pixels with {0} samples of this Photometric Interpretation cannot be made black: it is not known which colour is.", frame.SamplesPerPixel),
                tagPath: "PhotometricInterpretation"),
        };
    }

    /// <summary>The index of the darkest colour of the palette, the lowest of equal ones.</summary>
    private int DarkestOf(ValueRange range)
    {
        Palette palette = Palette.Read(dataset, range) ?? throw new DicomException(
            DicomErrorReason.InvalidPixelData, "Photometric Interpretation is PALETTE COLOR, but the palette is missing.", tagPath: "RedPaletteColorLookupTableData");
        int first = (int)Math.Max(range.Minimum, palette.First), last = (int)Math.Min(range.Maximum, palette.First + palette.Count - 1);

        // A table that begins above all values: they have its first colour.
        if (first > last) return (int)range.Minimum;
        return Enumerable.Range(first, last - first + 1).Aggregate((darkest, index) => LightOf(palette, index) < LightOf(palette, darkest) ? index : darkest);
    }

    private static double LightOf(Palette palette, int index)
    {
        int start = (index - palette.First) * 3;
        return (palette.Words[start] * RedWeight) + (palette.Words[start + 1] * GreenWeight) + (palette.Words[start + 2] * BlueWeight);
    }

    private long GreyOf(DicomFrame frame, BlackArea area)
    {
        GreyView view = _greys.ViewOf(frame);
        ValueRange range = ValueRange.OfStored(frame);
        double[] padding = view.Padding is { } declared ? [.. ((double[])[declared.Minimum, declared.Maximum]).Where(value => value >= range.Minimum && value <= range.Maximum)] : [];

        // Padding is no part of the image, whatever is done with its values.
        if (view.HiddenPadding is not null && padding.Length > 0) return (long)padding[0];

        // Without a window, the values are shown from the lowest to the highest: another extreme would make the rest of the image one grey.
        if (view.IsFitted) range = OutsideOf(area, frame) ?? range;
        double[] candidates = [.. padding, .. view.IsReversed ? (double[])[range.Maximum, range.Minimum] : [range.Minimum, range.Maximum]];
        (double best, double grey) = Darkest(candidates, view);

        // The ends of a table are not always its darkest entries.
        if (grey > 0 && !view.IsFitted && SampleIndex.Of(frame) is { } index) (best, _) = Darkest([best, .. index.ToValues()], view);
        return (long)best;
    }

    /// <summary>The value that is shown darkest, the first of equal ones.</summary>
    private static (double Value, double Grey) Darkest(double[] values, GreyView view)
    {
        double[] greys = [.. values];
        view.Modality.Apply(greys);
        view.Mapping.Apply(greys);
        int darkest = 0;
        for (int i = 0; i < greys.Length; i++)
        {
            if (view.IsReversed) greys[i] = 1 - greys[i];
            if (greys[i] < greys[darkest]) darkest = i;
        }

        return (values[darkest], greys[darkest]);
    }

    /// <summary>The range of the values of the pixels that stay; null if none do.</summary>
    private static ValueRange? OutsideOf(BlackArea area, DicomFrame frame)
    {
        double[] values = SampleArray.ToDoubles(frame.GetPixels());
        foreach (FrameRegion box in area.Boxes)
        {
            for (int row = box.Y; row < box.Y + box.Height; row++) values.AsSpan((row * frame.Columns) + box.X, box.Width).Fill(double.NaN);
        }

        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
        }

        return minimum <= maximum ? new ValueRange(minimum, maximum) : null;
    }
}
