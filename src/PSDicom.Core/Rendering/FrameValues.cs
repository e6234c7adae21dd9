using System;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>
/// The modality values of a grey frame. Samples of at most 16 bits have a value for each possible stored value, as these are usually fewer
/// than the pixels; other samples have a value for each pixel.
/// </summary>
internal sealed class FrameValues
{
    /// <summary>A frame is mapped pixel by pixel if it has fewer pixels than the possible stored values divided by this.</summary>
    private const int Few = 16;

    private readonly Array _samples;
    private readonly ModalityTransform _modality;
    private readonly PixelPadding? _padding;

    /// <param name="frame">The frame of stored values.</param>
    /// <param name="modality">The modality transform.</param>
    /// <param name="padding">The padding values, which become NaN; null for none.</param>
    public FrameValues(DicomFrame frame, ModalityTransform modality, PixelPadding? padding)
    {
        _samples = frame.GetPixels();
        _modality = modality;
        _padding = padding;
        Index = SampleIndex.Of(frame) is { } index && index.Count / Few <= _samples.Length ? index : null;
    }

    /// <summary>The index from samples to values; null if there is a value for each pixel.</summary>
    public SampleIndex? Index { get; }

    /// <summary>Computes the values.</summary>
    public double[] ToArray()
    {
        double[] values = Index?.ToValues() ?? SampleArray.ToDoubles(_samples);
        _padding?.Remove(values);
        _modality.Apply(values);
        return values;
    }

    /// <summary>The range of the values that occur, without padding, infinities and NaN.</summary>
    /// <param name="tail">The fraction of the pixels that is ignored at either end, from 0 to below 0.5.</param>
    /// <returns>The range; 0 to 0 if no value is left.</returns>
    public ValueRange FindRange(double tail)
    {
        double[] values = ToArray();
        return Index is { } index ? ValueRange.Of(values, index.CountValues(_samples), tail) : ValueRange.Of(values, tail);
    }
}
