using System;
using PSDicom.Data;

namespace PSDicom.Rendering;

/// <summary>From stored values to what they stand for: a modality LUT, or a slope and an intercept (PS3.3 section C.11.1).</summary>
internal sealed record ModalityTransform
{
    private static readonly DicomTag Modality = new(0x0008_0060);
    private static readonly DicomTag PixelIntensityRelationship = new(0x0028_1040);
    private static readonly DicomTag Intercept = new(0x0028_1052);
    private static readonly DicomTag Slope = new(0x0028_1053);
    private static readonly DicomTag ModalityLutSequence = new(0x0028_3000);
    private static readonly DicomTag LutDescriptor = new(0x0028_3002);
    private static readonly DicomTag LutData = new(0x0028_3006);
    private static readonly DicomTag PixelValueTransformation = new(0x0028_9145);

    private readonly LookupTable? _table;
    private readonly double _slope;
    private readonly double _intercept;

    private ModalityTransform(LookupTable? table, double slope, double intercept)
    {
        _table = table;
        _slope = slope;
        _intercept = intercept;
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [Intercept, Slope, ModalityLutSequence, .. FunctionalGroups.Tags];

    /// <summary>The tags that <see cref="ForDisplay"/> reads.</summary>
    public static DicomTag[] DisplayTags => [Modality, PixelIntensityRelationship, .. Tags];

    /// <summary>Whether values are the stored ones.</summary>
    public bool IsIdentity => _table is null && _slope == 1 && _intercept == 0;

    /// <summary>The transform of a frame: its own, that of all frames, or that of the image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="isSigned">Whether stored values are signed.</param>
    public static ModalityTransform Of(DicomDataset dataset, int frame, bool isSigned)
    {
        DicomDataset? group = FunctionalGroups.Find(dataset, frame, PixelValueTransformation);
        if (group is null
            && dataset[ModalityLutSequence]?.Items is { Count: > 0 } items
            && LookupTable.Read(items[0], LutDescriptor, LutData, null, isSigned) is { } table)
        {
            return new ModalityTransform(table, 1, 0);
        }

        DicomDataset source = group ?? dataset;
        double slope = Number(source, Slope) ?? 1;
        return new ModalityTransform(null, slope == 0 ? 1 : slope, Number(source, Intercept) ?? 0);
    }

    /// <summary>The transform of a frame in a picture.</summary>
    /// <remarks>
    /// The modality LUT of angiograms whose values are logarithmic, or made for display, tells the X-ray intensity, which is of use for
    /// subtraction: windows are for the stored values (PS3.3 section C.8.7.1.1.2, PS3.4 section N.2.5).
    /// </remarks>
    /// <inheritdoc cref="Of" path="/param"/>
    public static ModalityTransform ForDisplay(DicomDataset dataset, int frame, bool isSigned)
    {
        ModalityTransform transform = Of(dataset, frame, isSigned);
        bool isAngiogram = dataset.GetText(Modality) is "XA" or "RF" && dataset.GetText(PixelIntensityRelationship) is "LOG" or "DISP";
        return isAngiogram && transform._table is not null ? new ModalityTransform(null, 1, 0) : transform;
    }

    /// <summary>Makes the frame of the values: in the smallest type that has each of them exactly, else of <see cref="double"/>.</summary>
    public DicomFrame Apply(DicomFrame frame)
    {
        if (_table is not null) return With(frame, TableMapping.Apply(frame.GetPixels(), _table));
        return IsIdentity ? frame : With(frame, LinearScaling.Apply(frame.GetPixels(), frame.BitsStored, _slope, _intercept));
    }

    /// <summary>Turns each stored value into what it stands for. What is not a number stays so.</summary>
    public void Apply(Span<double> values)
    {
        if (_table is not null)
        {
            _table.Apply(values);
        }
        else if (!IsIdentity)
        {
            for (int i = 0; i < values.Length; i++) values[i] = (values[i] * _slope) + _intercept;
        }
    }

    /// <summary>The values that stored ones of so many bits can stand for.</summary>
    public ValueRange FindRange(int bits, bool isSigned)
    {
        if (_table is not null) return new ValueRange(0, _table.Largest);
        double count = Math.Pow(2, bits), lowest = isSigned ? -count / 2 : 0;
        Span<double> ends = [lowest, lowest + count - 1];
        Apply(ends);
        return new ValueRange(Math.Min(ends[0], ends[1]), Math.Max(ends[0], ends[1]));
    }

    private static DicomFrame With(DicomFrame frame, Array values) =>
        frame.With(values, 1, frame.PhotometricInterpretation, frame.BitsAllocated, frame.BitsStored);

    private static double? Number(DicomDataset dataset, DicomTag tag) =>
        dataset.GetText(tag) is { } text && TextNumbers.TryParseDecimal(text.Split('\\')[0], out double number) ? number : null;
}
