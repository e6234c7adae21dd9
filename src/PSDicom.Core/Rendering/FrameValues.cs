using System;
using PSDicom.Pixels;

namespace PSDicom.Rendering;

/// <summary>
/// What the samples of a grey frame stand for: of samples of at most 16 bits, what each possible stored value stands for, of which there
/// are fewer than pixels as a rule; of others, what each pixel stands for.
/// </summary>
internal sealed class FrameValues
{
    /// <summary>A frame with so many times fewer pixels than there are possible values is mapped pixel by pixel.</summary>
    private const int Few = 16;

    private readonly Array _samples;
    private readonly ModalityTransform _modality;
    private readonly PixelPadding? _padding;

    /// <param name="frame">The frame of stored values.</param>
    /// <param name="modality">What they stand for.</param>
    /// <param name="padding">Those that stand for nothing: they become NaN; null for none.</param>
    public FrameValues(DicomFrame frame, ModalityTransform modality, PixelPadding? padding)
    {
        _samples = frame.GetPixels();
        _modality = modality;
        _padding = padding;
        Index = SampleIndex.Of(frame) is { } index && index.Count / Few <= _samples.Length ? index : null;
    }

    /// <summary>Where the value of a sample is; null if there is a value for each pixel.</summary>
    public SampleIndex? Index { get; }

    /// <summary>Works the values out.</summary>
    public double[] ToArray()
    {
        double[] values = Index?.ToValues() ?? SampleArray.ToDoubles(_samples);
        _padding?.Remove(values);
        _modality.Apply(values);
        return values;
    }

    /// <summary>The range of the values that occur; padding, infinities and what is not a number left out.</summary>
    /// <param name="tail">The share of the pixels that is left out at either end, from 0 to below 0.5.</param>
    /// <returns>0 to 0 if no value is left.</returns>
    public ValueRange FindRange(double tail)
    {
        double[] values = ToArray();
        return Index is { } index ? ValueRange.Of(values, index.CountValues(_samples), tail) : ValueRange.Of(values, tail);
    }
}
