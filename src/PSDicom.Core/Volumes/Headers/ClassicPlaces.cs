namespace PSDicom.Volumes.Headers;

/// <summary>The position of a single-frame image (PS3.3 section C.7.6.2).</summary>
internal sealed class ClassicPlaces : FramePlaces
{
    private readonly FramePlace _place;

    public ClassicPlaces(DicomDataset dataset, int frames)
    {
        _place = PlaceIn(dataset);
        if (frames <= 1 || _place.Position is null) return;

        // One position is ambiguous for several frames: they may be slices, or times of one slice.
        _place = default;
        Problem |= SeriesProblem.PositionsContradicted;
    }

    public override FramePlace Of(int frame) => _place;

    /// <summary>The position in the root data set.</summary>
    public static FramePlace PlaceIn(DicomDataset dataset) =>
        FramePlace.Of(HeaderNumbers.Numbers(dataset, DicomTag.ImagePositionPatient, 3), ShapeIn(dataset));

    /// <summary>The plane in the root data set.</summary>
    public static PlaneShape? ShapeIn(DicomDataset dataset) => PlaneShape.Of(
        HeaderNumbers.Numbers(dataset, DicomTag.ImageOrientationPatient, 6), HeaderNumbers.Numbers(dataset, DicomTag.PixelSpacing, 2));
}
