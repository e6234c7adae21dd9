using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>Finds duplicate files of a series.</summary>
/// <param name="hasSameBytes">Compares the bytes of two files of equal length.</param>
internal sealed class DuplicateFiles(Func<DicomSeriesFile, DicomSeriesFile, bool> hasSameBytes)
{
    private readonly List<DicomSeriesFile> _copies = [];

    /// <summary>The copies, which are left out.</summary>
    public IReadOnlyList<DicomSeriesFile> Copies => _copies;

    /// <summary>Returns the files without copies. Files with copies, and different files with the same UID, get a problem.</summary>
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
                // A file that is named twice is not a copy.
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
