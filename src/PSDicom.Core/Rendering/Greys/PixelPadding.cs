using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Greys;

/// <summary>Stored values that only fill the frame up to a rectangle (PS3.3 section C.7.5.1.1.2).</summary>
internal sealed record PixelPadding
{
    private static readonly DicomTag Value = new(0x0028_0120);
    private static readonly DicomTag RangeLimit = new(0x0028_0121);
    private static readonly DicomTag FloatValue = new(0x0028_0122);
    private static readonly DicomTag DoubleValue = new(0x0028_0123);
    private static readonly DicomTag FloatRangeLimit = new(0x0028_0124);
    private static readonly DicomTag DoubleRangeLimit = new(0x0028_0125);

    private readonly double _minimum;
    private readonly double _maximum;

    private PixelPadding(double value, double limit)
    {
        _minimum = Math.Min(value, limit);
        _maximum = Math.Max(value, limit);
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [Value, RangeLimit, FloatValue, DoubleValue, FloatRangeLimit, DoubleRangeLimit];

    /// <summary>Reads what is padding.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="isSigned">Whether stored values are signed.</param>
    /// <returns>Null if nothing is.</returns>
    public static PixelPadding? Read(DicomDataset dataset, bool isSigned)
    {
        if (Whole(dataset, Value, isSigned) is { } whole) return new PixelPadding(whole, Whole(dataset, RangeLimit, isSigned) ?? whole);
        return (Real(dataset, FloatValue) ?? Real(dataset, DoubleValue)) is { } real
            ? new PixelPadding(real, Real(dataset, FloatRangeLimit) ?? Real(dataset, DoubleRangeLimit) ?? real)
            : null;
    }

    /// <summary>Makes stored values that are padding NaN.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Remove(Span<double> storedValues)
    {
        for (int i = 0; i < storedValues.Length; i++)
        {
            if (storedValues[i] >= _minimum && storedValues[i] <= _maximum) storedValues[i] = double.NaN;
        }
    }

    /// <summary>The sign is that of the samples, whatever the value representation says.</summary>
    private static double? Whole(DicomDataset dataset, DicomTag tag, bool isSigned) =>
        dataset.GetInteger(tag) is not { } value ? null : isSigned ? (short)value : (ushort)value;

    private static double? Real(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value switch
    {
        float value => value,
        double value => value,
        _ => null,
    };
}
