using PSDicom.Data;

namespace PSDicom.Volumes.Headers;

/// <summary>
/// The positions of the frames of an enhanced image, by functional groups: per-frame groups before shared groups (PS3.3 sections C.7.6.16.2.1,
/// C.7.6.16.2.3 and C.7.6.16.2.4; for ultrasound volumes C.7.6.16.2.21 and C.7.6.16.2.22). Dimension indices are not used: they are optional,
/// and wrong in files of several manufacturers.
/// </summary>
internal sealed class EnhancedPlaces(DicomDataset dataset, int frames) : FramePlaces
{
    private readonly ClassicPlaces _ofDataset = new(dataset, frames);
    private PlaneShape? _last;

    public override FramePlace Of(int frame)
    {
        double[]? position = HeaderNumbers.Numbers(Group(frame, DicomTag.PlanePositionSequence), DicomTag.ImagePositionPatient, 3);
        double[]? cosines = HeaderNumbers.Numbers(Group(frame, DicomTag.PlaneOrientationSequence), DicomTag.ImageOrientationPatient, 6);
        if (position is null && HeaderNumbers.Numbers(Group(frame, DicomTag.PlanePositionVolumeSequence), DicomTag.ImagePositionVolume, 3) is { } inVolume)
        {
            position = inVolume;
            cosines = HeaderNumbers.Numbers(Group(frame, DicomTag.PlaneOrientationVolumeSequence), DicomTag.ImageOrientationVolume, 6);
            Problem |= SeriesProblem.NotPatientCoordinates;
        }

        double[]? spacing = HeaderNumbers.Numbers(Group(frame, DicomTag.PixelMeasuresSequence), DicomTag.PixelSpacing, 2);
        if (position is null && cosines is null) return _ofDataset.Of(frame);
        PlaneShape? shape = PlaneShape.Of(cosines, spacing ?? HeaderNumbers.Numbers(dataset, DicomTag.PixelSpacing, 2));
        if (shape is not null && shape == _last) shape = _last;
        _last = shape;
        return FramePlace.Of(position, shape);
    }

    private DicomDataset? Group(int frame, DicomTag group) => FunctionalGroups.Find(dataset, frame, group);
}
