using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>Finds files of a series that are there more than once.</summary>
/// <param name="hasSameBytes">Whether two files of one length have the same bytes.</param>
internal sealed class DuplicateFiles(Func<DicomSeriesFile, DicomSeriesFile, bool> hasSameBytes)
{
    private readonly List<DicomSeriesFile> _copies = [];

    /// <summary>The files that are left out.</summary>
    public IReadOnlyList<DicomSeriesFile> Copies => _copies;

    /// <summary>The files without copies, and marks those that have some, or that share their identifier with others.</summary>
    /// <param name="files">The files, in their order.</param>
    public List<DicomSeriesFile> Remove(IReadOnlyList<DicomSeriesFile> files)
    {
        var kept = new List<DicomSeriesFile>(files.Count);
        var known = new Dictionary<string, List<DicomSeriesFile>>(StringComparer.Ordinal);
        foreach (DicomSeriesFile file in files)
        {
            if (file.SOPInstanceUID is { } uid)
            {
                if (!known.TryGetValue(uid, out List<DicomSeriesFile>? same)) known.Add(uid, same = []);
                // One that was named twice is no copy.
                if (same.Exists(other => other.FullName == file.FullName)) continue;
                if (same.Find(other => other.Length == file.Length && hasSameBytes(other, file)) is { } original)
                {
                    _copies.Add(file);
                    original.Copies++;
                    original.Problem |= SeriesProblem.DuplicateFiles;
                    continue;
                }

                same.Add(file);
            }

            kept.Add(file);
        }

        foreach (DicomSeriesFile file in known.Values.Where(same => same.Count > 1).SelectMany(same => same)) file.Problem |= SeriesProblem.SameUIDOtherContent;
        return kept;
    }
}
