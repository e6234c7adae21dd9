using System;
using System.Globalization;
using System.Linq;
using PSDicom.Data;

namespace PSDicom.Volumes.Headers;

/// <summary>Reads the keys of frames. Enhanced images have them in functional groups, of which per-frame groups come first (PS3.3 section C.7.6.16.2).</summary>
/// <param name="dataset">The data set.</param>
/// <param name="modality">Modality (0008,0060).</param>
internal sealed class FrameKeysReader(DicomDataset dataset, string? modality)
{
    private readonly bool _isEnhanced = dataset.Contains(DicomTag.PerFrameFunctionalGroupsSequence) || dataset.Contains(DicomTag.SharedFunctionalGroupsSequence);
    private readonly bool _isMR = modality == "MR";
    private readonly double[]? _timeSlots = HeaderNumbers.All(dataset, DicomTag.TimeSlotVector);
    private readonly double[]? _energyWindows = HeaderNumbers.All(dataset, DicomTag.EnergyWindowVector);
    private readonly double[]? _intervals = HeaderNumbers.All(dataset, DicomTag.RRIntervalVector);
    private readonly double[]? _detectors = HeaderNumbers.All(dataset, DicomTag.DetectorVector);
    private FrameKeys? _ofDataset;
    private FrameKeys? _last;

    /// <summary>The tags to read, in addition to functional groups.</summary>
    public static DicomTag[] Tags =>
    [
        DicomTag.ImageType, DicomTag.ComplexImageComponent, DicomTag.EchoTime, DicomTag.FlipAngle, DicomTag.RepetitionTime, DicomTag.TriggerTime,
        DicomTag.DiffusionBValue, DicomTag.AcquisitionNumber, DicomTag.TemporalPositionIdentifier, DicomTag.SpacingBetweenSlices, DicomTag.SliceThickness,
        DicomTag.FrameReferenceTime, DicomTag.AcquisitionDate, DicomTag.AcquisitionTime, DicomTag.AcquisitionDateTime,
    ];

    /// <summary>The keys of a frame; the index starts at 0.</summary>
    public FrameKeys Of(int frame)
    {
        FrameKeys keys = _ofDataset ??= ReadDataset();
        if (_isEnhanced) keys = ReadGroups(keys, frame);
        if ((_timeSlots ?? _energyWindows ?? _intervals ?? _detectors) is not null) keys = ReadVectors(keys, frame);
        if (_last is not null && _last == keys) return _last;
        return _last = keys;
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 3) : null;

    private FrameKeys ReadDataset()
    {
        string? imageType = dataset.GetText(DicomTag.ImageType);
        return new FrameKeys
        {
            ImageType = imageType,
            ComplexPart = _isMR ? ComplexParts.Find(dataset, null, imageType) : null,
            EchoTime = Rounded(HeaderNumbers.Number(dataset, DicomTag.EchoTime)),
            FlipAngle = Rounded(HeaderNumbers.Number(dataset, DicomTag.FlipAngle)),
            RepetitionTime = HeaderNumbers.Number(dataset, DicomTag.RepetitionTime),
            TriggerTime = HeaderNumbers.Number(dataset, DicomTag.TriggerTime),
            BValue = _isMR ? BValue() : null,
            Acquisition = dataset.GetInteger(DicomTag.AcquisitionNumber),
            TemporalPosition = dataset.GetInteger(DicomTag.TemporalPositionIdentifier),
            SliceSpacing = HeaderNumbers.Number(dataset, DicomTag.SpacingBetweenSlices),
            SliceThickness = HeaderNumbers.Number(dataset, DicomTag.SliceThickness),
            Time = HeaderNumbers.Number(dataset, DicomTag.FrameReferenceTime) is { } milliseconds ? milliseconds / 1000 : HeaderTimes.Taken(dataset),
        };
    }

    private FrameKeys ReadGroups(FrameKeys keys, int frame)
    {
        DicomDataset? type = Group(frame, DicomTag.MRImageFrameTypeSequence) ?? Group(frame, DicomTag.CTImageFrameTypeSequence) ?? Group(frame, DicomTag.PETFrameTypeSequence);
        DicomDataset? content = FunctionalGroups.FindOwn(dataset, frame, DicomTag.FrameContentSequence);
        DicomDataset? timing = Group(frame, DicomTag.MRTimingAndRelatedParametersSequence);
        DicomDataset? measures = Group(frame, DicomTag.PixelMeasuresSequence);
        string? imageType = type?.GetText(DicomTag.FrameType) ?? keys.ImageType;
        return keys with
        {
            ImageType = imageType,
            ComplexPart = _isMR ? ComplexParts.Find(dataset, type, imageType) : null,
            EchoTime = Rounded(HeaderNumbers.Number(Group(frame, DicomTag.MREchoSequence), DicomTag.EffectiveEchoTime)) ?? keys.EchoTime,
            FlipAngle = Rounded(HeaderNumbers.Number(timing, DicomTag.FlipAngle)) ?? keys.FlipAngle,
            RepetitionTime = HeaderNumbers.Number(timing, DicomTag.RepetitionTime) ?? keys.RepetitionTime,
            TriggerTime = HeaderNumbers.Number(Group(frame, DicomTag.CardiacSynchronizationSequence), DicomTag.NominalCardiacTriggerDelayTime) ?? keys.TriggerTime,
            BValue = HeaderNumbers.Number(Group(frame, DicomTag.MRDiffusionSequence), DicomTag.DiffusionBValue) ?? keys.BValue,
            Acquisition = content?.GetInteger(DicomTag.FrameAcquisitionNumber) ?? keys.Acquisition,
            TemporalPosition = content?.GetInteger(DicomTag.TemporalPositionIndex) ?? keys.TemporalPosition,
            Segment = Group(frame, DicomTag.SegmentIdentificationSequence)?.GetInteger(DicomTag.ReferencedSegmentNumber),
            SliceSpacing = HeaderNumbers.Number(measures, DicomTag.SpacingBetweenSlices) ?? keys.SliceSpacing,
            SliceThickness = HeaderNumbers.Number(measures, DicomTag.SliceThickness) ?? keys.SliceThickness,
            Time = HeaderNumbers.Number(Group(frame, DicomTag.TemporalPositionSequence), DicomTag.TemporalPositionTimeOffset)
                ?? HeaderTimes.Taken(content) ?? keys.Time,
        };
    }

    private FrameKeys ReadVectors(FrameKeys keys, int frame) => keys with
    {
        TemporalPosition = At(_timeSlots, frame) ?? keys.TemporalPosition,
        NuclearIndices = Describe(("energy window", At(_energyWindows, frame)), ("R-R interval", At(_intervals, frame)), ("detector", At(_detectors, frame))),
    };

    /// <summary>The b-value of diffusion. GE marks it by adding a multiple of 100,000.</summary>
    private double? BValue() => HeaderNumbers.Number(dataset, DicomTag.DiffusionBValue)
        ?? PrivateAttribute.SiemensBValue.Number(dataset)
        ?? PrivateAttribute.PhilipsBValue.Number(dataset)
        ?? PrivateAttribute.UihBValue.Number(dataset)
        ?? PrivateAttribute.GEBValue.Number(dataset) % 100_000;

    private DicomDataset? Group(int frame, DicomTag group) => FunctionalGroups.Find(dataset, frame, group);

    private static string? Describe(params (string Name, long? Index)[] indices)
    {
        string text = string.Join(" ", indices.Where(index => index.Index is not null).Select(index => string.Format(CultureInfo.InvariantCulture, "{0} {1}", index.Name, index.Index)));
        return text.Length == 0 ? null : text;
    }

    private static long? At(double[]? vector, int frame) => vector is not null && frame < vector.Length ? (long)vector[frame] : null;
}
