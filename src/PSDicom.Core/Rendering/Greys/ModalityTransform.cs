using System;
using PSDicom.Data;

namespace PSDicom.Rendering.Greys;

/// <summary>The modality transform of stored values: a modality LUT, or a slope and an intercept (PS3.3 section C.11.1).</summary>
internal sealed record ModalityTransform
{
    private readonly LookupTable? _table;

    private ModalityTransform(LookupTable? table, double slope, double intercept)
    {
        _table = table;
        Slope = slope;
        Intercept = intercept;
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.Modality, DicomTag.RescaleIntercept, DicomTag.RescaleSlope, DicomTag.ModalityLUTSequence, .. DoseGrid.Tags, .. ValueUnit.Tags, .. FunctionalGroups.Tags];

    /// <summary>The tags that <see cref="ForDisplay"/> reads.</summary>
    public static DicomTag[] DisplayTags => [DicomTag.PixelIntensityRelationship, .. Tags];

    /// <summary>The transform that does not change stored values.</summary>
    public static ModalityTransform Identity { get; } = new(null, 1, 0);

    /// <summary>The unit of the output values, as in the file; null if unknown.</summary>
    public string? Unit { get; private init; }

    /// <summary>The warning about the transform; null if there is none.</summary>
    public DicomWarning? Warning { get; private init; }

    /// <summary>Whether the transform is a modality LUT, and not linear.</summary>
    public bool HasTable => _table is not null;

    /// <summary>The slope; 1 for a modality LUT.</summary>
    public double Slope { get; }

    /// <summary>The intercept; 0 for a modality LUT.</summary>
    public double Intercept { get; }

    /// <summary>Whether the transform does not change stored values.</summary>
    public bool IsIdentity => _table is null && Slope == 1 && Intercept == 0;

    /// <summary>The transform of a frame: its own, else that of all frames, else that of the image.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="stored">The range of stored values.</param>
    public static ModalityTransform Of(DicomDataset dataset, int frame, ValueRange stored)
    {
        return FunctionalGroups.FindOwn(dataset, frame, DicomTag.PixelValueTransformationSequence) is { } own ? OfGroup(dataset, own) : OfAllFrames(dataset, stored);
    }

    /// <summary>Whether a frame has a transform of its own.</summary>
    public static bool HasOwn(DicomDataset dataset, int frame) => FunctionalGroups.FindOwn(dataset, frame, DicomTag.PixelValueTransformationSequence) is not null;

    /// <summary>The transform of the frames that have none of their own.</summary>
    private static ModalityTransform OfAllFrames(DicomDataset dataset, ValueRange stored)
    {
        if (FunctionalGroups.FindShared(dataset, DicomTag.PixelValueTransformationSequence) is { } shared) return OfGroup(dataset, shared);
        if (dataset[DicomTag.ModalityLUTSequence]?.Items is { Count: > 0 } items && LookupTable.Read(items[0], DicomTag.LUTDescriptor, DicomTag.LUTData, null, stored) is { } table)
        {
            return new ModalityTransform(table, 1, 0)
            {
                Unit = ValueUnit.OfLut(items[0]),
                Warning = table.Warning is { } warning ? new DicomWarning(warning, tagPath: "ModalityLUTSequence") : null,
            };
        }

        ModalityTransform rescale = OfGroup(dataset, dataset);
        if (DoseGrid.Read(dataset) is not { } dose) return rescale;
        return new ModalityTransform(null, dose.Scaling ?? 1, 0) { Unit = dose.Scaling is null ? null : dose.Units, Warning = dose.WarningBeside(isRescaled: !rescale.IsIdentity) };
    }

    /// <summary>A slope and an intercept.</summary>
    private static ModalityTransform OfGroup(DicomDataset dataset, DicomDataset source)
    {
        double slope = source.GetNumber(DicomTag.RescaleSlope) ?? 1, intercept = source.GetNumber(DicomTag.RescaleIntercept) ?? 0;
        return new ModalityTransform(null, slope == 0 ? 1 : slope, intercept) { Unit = ValueUnit.OfRescale(dataset, source) };
    }

    /// <summary>The transform of a frame for display.</summary>
    /// <remarks>
    /// The modality LUT of angiograms with logarithmic or display values gives the X-ray intensity, for subtraction. It is not applied for
    /// display: windows apply to the stored values (PS3.3 section C.8.7.1.1.2, PS3.4 section N.2.5).
    /// </remarks>
    /// <inheritdoc cref="Of" path="/param"/>
    public static ModalityTransform ForDisplay(DicomDataset dataset, int frame, ValueRange stored)
    {
        ModalityTransform transform = Of(dataset, frame, stored);
        bool isAngiogram = dataset.GetText(DicomTag.Modality) is "XA" or "RF" && dataset.GetText(DicomTag.PixelIntensityRelationship) is "LOG" or "DISP";
        return isAngiogram && transform._table is not null ? new ModalityTransform(null, 1, 0) : transform;
    }

    /// <summary>
    /// Applies the transform to a frame. The result has the smallest type that holds every value exactly, else <see cref="double"/>.
    /// </summary>
    public DicomFrame Apply(DicomFrame frame)
    {
        Array stored = frame.GetPixels();
        Array values = _table is not null ? TableMapping.Apply(stored, _table)
            : IsIdentity ? stored
            : LinearScaling.Apply(stored, frame.BitsStored, Slope, Intercept);
        DicomFrame rescaled = frame.WithValues(values, Unit);
        return Warning is null ? rescaled : rescaled.WithWarning(Warning);
    }

    /// <summary>Applies the transform to stored values. NaN stays NaN.</summary>
    public void Apply(Span<double> values)
    {
        if (_table is not null)
        {
            _table.Apply(values);
        }
        else if (!IsIdentity)
        {
            for (int i = 0; i < values.Length; i++) values[i] = (values[i] * Slope) + Intercept;
        }
    }

    /// <summary>The output range for stored values of so many bits.</summary>
    public ValueRange FindRange(int bits, bool isSigned)
    {
        if (_table is not null) return new ValueRange(0, _table.Largest);
        var stored = ValueRange.OfBits(bits, isSigned);
        Span<double> ends = [stored.Minimum, stored.Maximum];
        Apply(ends);
        return new ValueRange(Math.Min(ends[0], ends[1]), Math.Max(ends[0], ends[1]));
    }
}
