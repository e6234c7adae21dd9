using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>Sorts the frames of a series into stacks.</summary>
/// <param name="identity">The series.</param>
/// <param name="options">The tolerances.</param>
internal sealed class StackBuilder(SeriesIdentity identity, SortOptions options)
{
    private const string Segmentation = "SEG";
    private const string Plane = "Plane";

    // Modalities whose images should have a position in the patient.
    private static readonly string[] PlacedModalities = ["CT", "MR", "PT"];

    private readonly ShapeClusters _shapes = new();
    private readonly Dictionary<(DicomSeriesFile File, int Shape), SegmentGrid?> _grids = [];

    /// <summary>Creates the stacks.</summary>
    /// <param name="files">The files of the series, without copies, in an order that does not depend on file names.</param>
    public IReadOnlyList<DicomStack> Build(IReadOnlyList<DicomSeriesFile> files)
    {
        var placed = new Dictionary<StackKey, List<PlacedSlice>>();
        var unplaced = new Dictionary<StackKey, List<DicomStackFrame>>();
        foreach (DicomStackFrame frame in files.SelectMany(file => file.Frames))
        {
            if (frame.Position is null) ListOf(unplaced, new StackKey { Columns = frame.File.Columns, Rows = frame.File.Rows, SamplesPerPixel = frame.File.SamplesPerPixel }).Add(frame);
            else ListOf(placed, KeyOf(frame)).AddRange(SlicesOf(frame));
        }

        FindGrids(placed);
        List<Described> stacks = [.. placed.SelectMany(group => Make(group.Key, group.Value)), .. unplaced.Select(group => MakeImages(group.Key, group.Value))];
        stacks = [.. stacks.OrderBy(stack => stack.Stack.Frames.Min(frame => frame.File.InstanceNumber)).ThenBy(stack => stack.SortText, StringComparer.Ordinal)];
        Number(stacks);
        return [.. stacks.Select(stack => stack.Stack)];
    }

    private static List<T> ListOf<T>(Dictionary<StackKey, List<T>> lists, StackKey key)
    {
        if (!lists.TryGetValue(key, out List<T>? list)) lists.Add(key, list = []);
        return list;
    }

    private static IEnumerable<PlacedSlice> SlicesOf(DicomStackFrame frame) => frame.File.Tiles is { } tiles
        ? tiles.Positions.Select((position, tile) => new PlacedSlice(frame, tile, position))
        : [new PlacedSlice(frame, -1, frame.Position!.Value)];

    private StackKey KeyOf(DicomStackFrame frame) => new()
    {
        FrameOfReferenceUID = frame.File.FrameOfReferenceUID,
        Columns = frame.File.Tiles?.Columns ?? frame.File.Columns,
        Rows = frame.File.Tiles?.Rows ?? frame.File.Rows,
        SamplesPerPixel = frame.File.SamplesPerPixel,
        Shape = _shapes.NumberOf(frame.Shape!),
        IsMosaic = frame.File.Tiles is not null,
        File = frame.File.Identity.Modality == Segmentation ? frame.File : null,
        Segment = frame.Keys.Segment,
        NuclearIndices = frame.Keys.NuclearIndices,
        ComplexPart = frame.Keys.ComplexPart,
        EchoTime = frame.Keys.EchoTime,
        FlipAngle = frame.Keys.FlipAngle,
    };

    /// <summary>The segments of a file share one grid of slices.</summary>
    private void FindGrids(Dictionary<StackKey, List<PlacedSlice>> placed)
    {
        foreach (IGrouping<(DicomSeriesFile File, int Shape), KeyValuePair<StackKey, List<PlacedSlice>>> segments in
            placed.Where(group => group.Key.File is not null).GroupBy(group => (group.Key.File!, group.Key.Shape)))
        {
            PlacedSlice[] all = [.. segments.SelectMany(segment => segment.Value)];
            _grids[segments.Key] = SegmentGrid.Find(all, _shapes[segments.Key.Shape].Normal, options);
        }
    }

    private IEnumerable<Described> Make(StackKey key, List<PlacedSlice> slices)
    {
        SegmentGrid? grid = key.File is null ? null : _grids[(key.File, key.Shape)];
        var maker = new PlacedStack(options);
        PlaneShape shape = _shapes[key.Shape];
        foreach ((string value, IReadOnlyList<PlacedSlice> part) in VolumeSplit.Divide(slices, shape, options, out string? name))
        {
            var described = new Described(maker.Make(identity, key, part, grid));
            described.Add(key.Describe());
            described.Add("Orientation", described.Stack.Orientation.ToString());
            described.Add("PixelSpacing", string.Format(CultureInfo.InvariantCulture, "{0:0.####}x{1:0.####}", shape.ColumnSpacing, shape.RowSpacing));
            described.Add(Plane, (key.Shape + 1).ToString(CultureInfo.InvariantCulture));
            if (name is not null) described.Add(name, value);
            yield return described;
        }
    }

    private Described MakeImages(StackKey key, List<DicomStackFrame> unsorted)
    {
        IReadOnlyList<DicomStackFrame> frames = StackParts.Frames(unsorted.OrderBy(frame => frame, ImageOrder.Instance));
        IReadOnlyList<DicomSeriesFile> files = StackParts.FilesOf(frames);
        bool hasToHave = Array.IndexOf(PlacedModalities, identity.Modality) >= 0;
        var described = new Described(new DicomStack(identity)
        {
            Kind = StackKind.Images,
            Columns = key.Columns,
            Rows = key.Rows,
            Slices = frames.Count,
            Volumes = 1,
            DuplicateFrames = StackParts.DuplicatesOf(files),
            Problem = (hasToHave ? SeriesProblem.NoPosition : SeriesProblem.None) | StackParts.ProblemsOf(files),
            Files = files,
            Frames = frames,
        });
        described.Add(key.Describe());
        described.Add("Orientation", SliceOrientation.None.ToString());
        return described;
    }

    /// <summary>Numbers the stacks and names the attributes that distinguish them.</summary>
    private static void Number(List<Described> stacks)
    {
        string[] names = [.. stacks.SelectMany(stack => stack.Keys.Keys).Distinct().Where(name => stacks.Select(stack => stack.ValueOf(name)).Distinct().Skip(1).Any())];

        // The plane number is used only if orientation and spacing do not distinguish the planes.
        string[] withoutPlane = [.. names.Where(name => name != Plane)];
        if (stacks.Select(stack => stack.Describe(withoutPlane)).Distinct().Count() == stacks.Count) names = withoutPlane;
        for (int i = 0; i < stacks.Count; i++)
        {
            DicomStack stack = stacks[i].Stack;
            stack.StackIndex = i + 1;
            stack.StackCount = stacks.Count;
            stack.SplitBy = names.Length > 0 ? stacks[i].Describe(names) : null;
        }
    }

    /// <summary>A stack with the attributes that may distinguish it.</summary>
    private sealed class Described(DicomStack stack)
    {
        public DicomStack Stack { get; } = stack;

        public Dictionary<string, string> Keys { get; } = [];

        /// <summary>A sort key that does not depend on the order of the files.</summary>
        public string SortText => string.Join("|", Keys.Select(key => key.Value));

        public string? ValueOf(string name) => Keys.TryGetValue(name, out string? value) ? value : null;

        public string Describe(IEnumerable<string> names) => string.Join(", ", names.Where(Keys.ContainsKey).Select(name => $"{name} {Keys[name]}"));

        public void Add(string name, string value) => Keys[name] = value;

        public void Add(IEnumerable<KeyValuePair<string, string>> keys)
        {
            foreach (KeyValuePair<string, string> key in keys) Add(key.Key, key.Value);
        }
    }
}
