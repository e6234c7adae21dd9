using System;

namespace PSDicom.Volumes.Headers;

/// <summary>
/// The planes of a dose: Grid Frame Offset Vector (3004,000C) has for each frame the distance from the first along row x column if it begins
/// with 0, or the z coordinate of each if it begins with that of the first, which only axial planes can have (PS3.3 section C.8.8.3.2).
/// </summary>
internal sealed class DosePlaces : FramePlaces
{
    private const double Tolerance = 0.01;

    private readonly FramePlace _first;
    private readonly double[]? _offsets;
    private readonly Vector3d _direction;

    public DosePlaces(DicomDataset dataset, int frames)
    {
        _first = ClassicPlaces.PlaceIn(dataset);
        _offsets = HeaderNumbers.All(dataset, DicomTag.GridFrameOffsetVector);
        if (_first.Shape is not { } shape || _first.Position is not { } position) return;
        if (_offsets is null || _offsets.Length != frames)
        {
            // Without them only the first plane is known.
            Problem |= frames > 1 || _offsets is not null ? SeriesProblem.PositionsContradicted : SeriesProblem.None;
            if (frames > 1) _first = default;
            _offsets = null;
            return;
        }

        // The absolute reading: z coordinates. Elsewhere, what does not begin with 0 is taken relative to its first value.
        bool isAbsolute = _offsets[0] != 0 && Math.Abs(_offsets[0] - position.Z) <= Tolerance;
        bool isAxial = shape.Row.IsNear(new Vector3d(1, 0, 0), Tolerance) && shape.Column.IsNear(new Vector3d(0, 1, 0), Tolerance);
        _direction = isAbsolute ? new Vector3d(0, 0, 1) : shape.Normal;
        if (_offsets[0] != 0 && !(isAbsolute && isAxial)) Problem |= SeriesProblem.PositionsContradicted;
    }

    public override FramePlace Of(int frame) => _first.Position is { } position && _offsets is not null
        ? _first with { Position = position + (_direction * (_offsets[frame] - _offsets[0])) }
        : _first;
}
