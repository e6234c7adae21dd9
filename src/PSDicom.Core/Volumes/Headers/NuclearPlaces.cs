using System;
using System.Collections.Generic;

namespace PSDicom.Volumes.Headers;

/// <summary>
/// The positions of reconstructed slices of nuclear medicine. The detector has the position of the first slice (PS3.3 section C.8.4.11), Slice
/// Vector (0054,0080) the slice number of each frame (C.8.4.8), and Spacing Between Slices (0018,0088) the signed distance along row x column
/// (C.8.4.15). Projections are not slices.
/// </summary>
internal sealed class NuclearPlaces : FramePlaces
{
    private const string Modality = "NM";

    private readonly DicomDataset _dataset;
    private readonly double[]? _slices;
    private readonly double[]? _detectors;
    private readonly FramePlace[] _first;
    private readonly double _step;
    private readonly bool _isKnown;

    public NuclearPlaces(DicomDataset dataset, int frames)
    {
        _dataset = dataset;
        _slices = HeaderNumbers.All(dataset, DicomTag.SliceVector);
        _detectors = HeaderNumbers.All(dataset, DicomTag.DetectorVector);
        _first = FirstPlaces();
        bool isLong = (_slices is null || _slices.Length == frames) && (_detectors is null || _detectors.Length == frames);
        _isKnown = isLong && (_slices is not null || !dataset.Contains(DicomTag.TimeSlotVector));
        if (!_isKnown) Problem |= SeriesProblem.PositionsContradicted;
        if (HeaderNumbers.Number(dataset, DicomTag.SpacingBetweenSlices) is { } spacing && spacing != 0)
        {
            _step = spacing;
        }
        else
        {
            _step = HeaderNumbers.Number(dataset, DicomTag.SliceThickness) is > 0 and double thickness ? thickness : 1;
            if (frames > 1) Problem |= SeriesProblem.SpacingGuessed;
        }
    }

    /// <summary>Whether frames are reconstructed slices (Image Type value 3, PS3.3 section C.8.4.9.1).</summary>
    public static bool Are(DicomDataset dataset) => dataset.GetText(DicomTag.Modality) == Modality
        && (dataset.Contains(DicomTag.SliceVector)
            || (dataset.GetText(DicomTag.ImageType) is { } type && type.IndexOf("\\RECON", StringComparison.Ordinal) >= 0));

    public override FramePlace Of(int frame)
    {
        if (!_isKnown) return default;
        double detector = _detectors is null ? 1 : _detectors[frame];
        FramePlace first = detector >= 1 && detector <= _first.Length ? _first[(int)detector - 1] : default;
        double slice = _slices is null ? frame : _slices[frame] - 1;
        return first.Position is { } position ? first with { Position = position + (first.Shape!.Normal * (_step * slice)) } : default;
    }

    private FramePlace[] FirstPlaces()
    {
        FramePlace ofDataset = ClassicPlaces.PlaceIn(_dataset);
        if (_dataset[DicomTag.DetectorInformationSequence]?.Items is not { Count: > 0 } detectors) return [ofDataset];
        double[]? spacing = HeaderNumbers.Numbers(_dataset, DicomTag.PixelSpacing, 2);
        var places = new List<FramePlace>(detectors.Count);
        foreach (DicomDataset detector in detectors)
        {
            PlaneShape? shape = PlaneShape.Of(HeaderNumbers.Numbers(detector, DicomTag.ImageOrientationPatient, 6), spacing);
            FramePlace place = FramePlace.Of(HeaderNumbers.Numbers(detector, DicomTag.ImagePositionPatient, 3), shape);
            places.Add(place.Position is null ? ofDataset : place);
        }

        return [.. places];
    }
}
