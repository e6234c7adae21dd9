using System.Collections.Generic;

namespace PSDicom.Volumes.Rules;

/// <summary>The order of images without a position: by instance number and frame.</summary>
internal sealed class ImageOrder : IComparer<DicomStackFrame>
{
    public static ImageOrder Instance { get; } = new();

    public int Compare(DicomStackFrame? x, DicomStackFrame? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null) return 0;
        int order = FileOrder.Instance.Compare(x.File, y.File);
        return order != 0 ? order : x.Frame.CompareTo(y.Frame);
    }
}
