using System;

namespace PSDicom.Volumes.Headers;

/// <summary>
/// The planes of a dose by Grid Frame Offset Vector (3004,000C). If it begins with 0, its values are distances from the first plane along
/// row x column. If it begins with the z coordinate of the first plane, they are z coordinates, for axial planes only (PS3.3 section C.8.8.3.2).
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
            // Without offsets, only the first plane is known.
            Problem |= frames > 1 || _offsets is not null ? SeriesProblem.PositionsContradicted : SeriesProblem.None;
            if (frames > 1) _first = default;
            _offsets = null;
            return;
        }

        // Absolute values are z coordinates. All other values are relative to the first one.
        bool isAbsolute = _offsets[0] != 0 && Math.Abs(_offsets[0] - position.Z) <= Tolerance;
        bool isAxial = shape.Row.IsNear(new Vector3d(1, 0, 0), Tolerance) && shape.Column.IsNear(new Vector3d(0, 1, 0), Tolerance);
        _direction = isAbsolute ? new Vector3d(0, 0, 1) : shape.Normal;
        if (_offsets[0] != 0 && !(isAbsolute && isAxial)) Problem |= SeriesProblem.PositionsContradicted;
    }

    public override FramePlace Of(int frame) => _first.Position is { } position && _offsets is not null
        ? _first with { Position = position + (_direction * (_offsets[frame] - _offsets[0])) }
        : _first;
}
