namespace PSDicom.Volumes.Headers;

/// <summary>The place of an image of one frame (PS3.3 section C.7.6.2).</summary>
internal sealed class ClassicPlaces : FramePlaces
{
    private readonly FramePlace _place;

    public ClassicPlaces(DicomDataset dataset, int frames)
    {
        _place = PlaceIn(dataset);
        if (frames <= 1 || _place.Position is null) return;

        // One position says nothing about several frames: they may lie behind each other, or follow each other in time.
        _place = default;
        Problem |= SeriesProblem.PositionsContradicted;
    }

    public override FramePlace Of(int frame) => _place;

    /// <summary>The place that a data set itself tells.</summary>
    public static FramePlace PlaceIn(DicomDataset dataset) =>
        FramePlace.Of(HeaderNumbers.Numbers(dataset, DicomTag.ImagePositionPatient, 3), ShapeIn(dataset));

    /// <summary>The plane that a data set itself tells.</summary>
    public static PlaneShape? ShapeIn(DicomDataset dataset) => PlaneShape.Of(
        HeaderNumbers.Numbers(dataset, DicomTag.ImageOrientationPatient, 6), HeaderNumbers.Numbers(dataset, DicomTag.PixelSpacing, 2));
}
