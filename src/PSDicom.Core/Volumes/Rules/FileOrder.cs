using System.Collections.Generic;

namespace PSDicom.Volumes.Rules;

/// <summary>An order of files that does not depend on file names: by instance number, then by SOP Instance UID.</summary>
internal sealed class FileOrder : IComparer<DicomSeriesFile>
{
    public static FileOrder Instance { get; } = new();

    public int Compare(DicomSeriesFile? x, DicomSeriesFile? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null) return 0;
        int order = Comparer<long?>.Default.Compare(x.InstanceNumber, y.InstanceNumber);
        if (order == 0) order = string.CompareOrdinal(x.SOPInstanceUID, y.SOPInstanceUID);
        if (order == 0) order = x.Length.CompareTo(y.Length);
        return order != 0 ? order : string.CompareOrdinal(x.FullName, y.FullName);
    }
}
