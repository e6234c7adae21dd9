using System.Collections.Generic;

namespace PSDicom.Volumes.Rules;

/// <summary>
/// The order of slices at one position, and of images without position: by temporal position, acquisition, instance and frame. File names decide
/// only between files without these attributes.
/// </summary>
internal sealed class SliceOrder : IComparer<PlacedSlice>, IComparer<DicomStackFrame>
{
    public static SliceOrder Instance { get; } = new();

    public int Compare(PlacedSlice x, PlacedSlice y)
    {
        int order = Compare(x.Frame, y.Frame);
        return order != 0 ? order : x.Tile.CompareTo(y.Tile);
    }

    public int Compare(DicomStackFrame? x, DicomStackFrame? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null) return 0;
        int order = Compare(x.Keys.TemporalPosition, y.Keys.TemporalPosition);
        if (order == 0) order = Compare(x.Keys.Acquisition, y.Keys.Acquisition);
        if (order == 0) order = FileOrder.Instance.Compare(x.File, y.File);
        return order != 0 ? order : x.Frame.CompareTo(y.Frame);
    }

    private static int Compare(long? x, long? y) => Comparer<long?>.Default.Compare(x, y);
}
