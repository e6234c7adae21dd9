using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>Creates a stack of parallel slices.</summary>
/// <param name="options">The tolerances.</param>
internal sealed class PlacedStack(SortOptions options)
{
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <param name="identity">The series.</param>
    /// <param name="key">The key that the slices share.</param>
    /// <param name="slices">The slices.</param>
    /// <param name="grid">The grid of a segmentation; null if the positions are those of the slices.</param>
    public DicomStack Make(SeriesIdentity identity, StackKey key, IReadOnlyList<PlacedSlice> slices, SegmentGrid? grid)
    {
        Vector3d normal = slices[0].Frame.Shape!.Normal;
        SlicePositions positions = SlicePositions.Of(slices, normal, options.Position);

        // Two positions of one segment in one slice of the grid: the grid does not fit.
        if (grid is not null && positions.Distances.Select(grid.SliceAt).Distinct().Count() < positions.Distances.Count) grid = null;
        StackSpacing? spacing = grid is null ? StackSpacing.Of(positions, normal) : null;
        PlaneShape shape = positions.Groups[0][0].Frame.Shape!;
        int sliceCount = grid?.Slices ?? positions.Groups.Count;
        PlacedSlice?[] arrangement = positions.IsEven ? Arrange(positions, grid, sliceCount) : [];
        Number(arrangement, sliceCount, key.IsMosaic);
        Vector3d origin = grid?.Origin ?? positions.Groups[0][0].Position;
        Vector3d step = grid?.Step ?? spacing!.Step;
        SliceGaps? gaps = spacing?.Gaps;
        double tilt = Math.Acos(Math.Min(1, Math.Abs(step.Dot(normal)) / step.Length)) * DegreesPerRadian;
        IReadOnlyList<DicomStackFrame> frames = StackParts.FramesOf(
            arrangement.Length > 0 ? arrangement.OfType<PlacedSlice>() : positions.Groups.SelectMany(group => group));
        IReadOnlyList<DicomSeriesFile> files = StackParts.FilesOf(frames);
        SeriesProblem own = (spacing?.Problem ?? SeriesProblem.None) | (positions.IsEven ? SeriesProblem.None : SeriesProblem.UnevenVolumes);
        const SeriesProblem Irregular =
            SeriesProblem.MissingSlices | SeriesProblem.UnevenSpacing | SeriesProblem.UnevenVolumes | SeriesProblem.ShiftedSlices;
        return new DicomStack(identity)
        {
            Kind = sliceCount > 1 ? StackKind.Volume : StackKind.Slice,
            Columns = key.Columns,
            Rows = key.Rows,
            Slices = sliceCount,
            Volumes = positions.Most,
            Spacing = [Rounded(shape.ColumnSpacing), Rounded(shape.RowSpacing), Rounded(step.Length)],
            Origin = [Rounded(origin.X), Rounded(origin.Y), Rounded(origin.Z)],
            Orientation = SliceOrientations.Of(normal),
            GantryTilt = tilt > SortOptions.Tilt ? Math.Round(tilt, 2) : 0,
            IsRegular = (own & Irregular) == SeriesProblem.None,
            MissingSlices = gaps?.Missing ?? 0,
            MissingAfter = gaps?.MissingAfter ?? [],
            AbsentFrames = arrangement.Count(slice => slice is null),
            DuplicateFrames = StackParts.DuplicatesOf(files),
            DuplicatePositions = DuplicatePositions(positions),
            MinGap = Rounded(gaps?.Smallest),
            MaxGap = Rounded(gaps?.Largest),
            SpacingDeclared = frames[0].Keys.SliceSpacing is { } declared ? Math.Abs(declared) : null,
            Problem = own | StackParts.ProblemsOf(files),
            Files = files,
            Frames = frames,
            Geometry = new StackGeometry
            {
                Columns = key.Columns,
                Rows = key.Rows,
                Slices = sliceCount,
                Volumes = positions.Most,
                Origin = origin,
                I = shape.Row * shape.ColumnSpacing,
                J = shape.Column * shape.RowSpacing,
                K = step,
                Arrangement = arrangement,
                SlicePositions = spacing?.SlicePositions ?? [.. Enumerable.Range(0, sliceCount).Select(slice => (double)slice)],
                VolumeTimes = arrangement.Length > 0 ? VolumeTimes.Find(arrangement, sliceCount) : null,
            },
        };
    }

    private static PlacedSlice?[] Arrange(SlicePositions positions, SegmentGrid? grid, int sliceCount)
    {
        var arrangement = new PlacedSlice?[sliceCount * positions.Most];
        for (int position = 0; position < positions.Groups.Count; position++)
        {
            int slice = grid?.SliceAt(positions.Distances[position]) ?? position;
            for (int volume = 0; volume < positions.Most; volume++) arrangement[(volume * sliceCount) + slice] = positions.Groups[position][volume];
        }

        return arrangement;
    }

    /// <summary>Sets the slice and volume numbers of the frames.</summary>
    private static void Number(PlacedSlice?[] arrangement, int sliceCount, bool isMosaic)
    {
        for (int i = 0; i < arrangement.Length; i++)
        {
            if (arrangement[i] is not { } slice) continue;
            slice.Frame.Volume = (i / sliceCount) + 1;
            slice.Frame.Slice = isMosaic ? null : (i % sliceCount) + 1;
        }
    }

    private static int DuplicatePositions(SlicePositions positions)
    {
        int usual = positions.Groups.GroupBy(group => group.Count).OrderByDescending(counts => counts.Count()).ThenBy(counts => counts.Key).First().Key;
        return positions.Groups.Count(group => group.Count > usual);
    }

    // Digits beyond a thousandth of a micrometer are rounding errors.
    private static double Rounded(double value) => Math.Round(value, 6);

    private static double? Rounded(double? value) => value is { } number ? Rounded(number) : null;
}
