using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Greys;

/// <summary>The padding values of a frame, which fill it up to a rectangle (PS3.3 section C.7.5.1.1.2).</summary>
internal sealed record PixelPadding
{
    private PixelPadding(double value, double limit)
    {
        Minimum = Math.Min(value, limit);
        Maximum = Math.Max(value, limit);
    }

    /// <summary>The smallest stored value that is padding.</summary>
    public double Minimum { get; }

    /// <summary>The largest stored value that is padding.</summary>
    public double Maximum { get; }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.PixelPaddingValue, DicomTag.PixelPaddingRangeLimit, DicomTag.FloatPixelPaddingValue, DicomTag.DoubleFloatPixelPaddingValue, DicomTag.FloatPixelPaddingRangeLimit, DicomTag.DoubleFloatPixelPaddingRangeLimit];

    /// <summary>Reads the padding values.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="isSigned">Whether stored values are signed.</param>
    /// <returns>The padding values; null if there are none.</returns>
    public static PixelPadding? Read(DicomDataset dataset, bool isSigned)
    {
        if (Whole(dataset, DicomTag.PixelPaddingValue, isSigned) is { } whole) return new PixelPadding(whole, Whole(dataset, DicomTag.PixelPaddingRangeLimit, isSigned) ?? whole);
        return (Real(dataset, DicomTag.FloatPixelPaddingValue) ?? Real(dataset, DicomTag.DoubleFloatPixelPaddingValue)) is { } real
            ? new PixelPadding(real, Real(dataset, DicomTag.FloatPixelPaddingRangeLimit) ?? Real(dataset, DicomTag.DoubleFloatPixelPaddingRangeLimit) ?? real)
            : null;
    }

    /// <summary>Replaces padding by NaN.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Remove(Span<double> storedValues)
    {
        for (int i = 0; i < storedValues.Length; i++)
        {
            if (storedValues[i] >= Minimum && storedValues[i] <= Maximum) storedValues[i] = double.NaN;
        }
    }

    /// <summary>The value is signed if the samples are, whatever the value representation.</summary>
    private static double? Whole(DicomDataset dataset, DicomTag tag, bool isSigned) =>
        dataset.GetInteger(tag) is not { } value ? null : isSigned ? (short)value : (ushort)value;

    private static double? Real(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value switch
    {
        float value => value,
        double value => value,
        _ => null,
    };
}
