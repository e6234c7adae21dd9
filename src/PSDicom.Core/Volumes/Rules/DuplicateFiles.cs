using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>Finds duplicate files of a series.</summary>
/// <param name="digestOf">A digest of the bytes of a file; null if it cannot be read, and so counts as different from all others.</param>
internal sealed class DuplicateFiles(Func<DicomSeriesFile, string?> digestOf)
{
    private readonly List<DicomSeriesFile> _copies = [];

    /// <summary>The copies, which are left out.</summary>
    public IReadOnlyList<DicomSeriesFile> Copies => _copies;

    /// <summary>Returns the files without copies. Files with copies, and different files with the same UID, get a problem.</summary>
    /// <param name="files">The files, in their order.</param>
    public List<DicomSeriesFile> Remove(IReadOnlyList<DicomSeriesFile> files)
    {
        var kept = new List<DicomSeriesFile>(files.Count);
        var first = new Dictionary<string, DicomSeriesFile>(StringComparer.Ordinal);
        var several = new Dictionary<string, SameUid>(StringComparer.Ordinal);
        foreach (DicomSeriesFile file in files)
        {
            if (file.SOPInstanceUID is { } uid)
            {
                if (!first.TryGetValue(uid, out DicomSeriesFile? other))
                {
                    first.Add(uid, file);
                }
                else
                {
                    if (!several.TryGetValue(uid, out SameUid? same)) several.Add(uid, same = new SameUid(other, digestOf));
                    if (!same.IsNew(file)) continue;
                    if (same.FindOriginal(file) is { } original)
                    {
                        _copies.Add(file);
                        original.Copies++;
                        original.Problem |= SeriesProblem.DuplicateFiles;
                        continue;
                    }
                }
            }

            kept.Add(file);
        }

        foreach (DicomSeriesFile file in several.Values.Where(same => same.Files.Count > 1).SelectMany(same => same.Files)) file.Problem |= SeriesProblem.SameUIDOtherContent;
        return kept;
    }

    /// <summary>The files with one UID. Each is read at most once, however many there are, and only if another has its length.</summary>
    private sealed class SameUid
    {
        private readonly Func<DicomSeriesFile, string?> _digestOf;
        private readonly HashSet<string> _names;
        private readonly Dictionary<string, DicomSeriesFile> _byDigest = new(StringComparer.Ordinal);

        // The first file of each length, until it has been read.
        private readonly Dictionary<long, DicomSeriesFile?> _unread;

        public SameUid(DicomSeriesFile first, Func<DicomSeriesFile, string?> digestOf)
        {
            _digestOf = digestOf;
            Files = [first];
            _names = new HashSet<string>(StringComparer.Ordinal) { first.FullName };
            _unread = new Dictionary<long, DicomSeriesFile?> { [first.Length] = first };
        }

        /// <summary>The files with different bytes.</summary>
        public List<DicomSeriesFile> Files { get; }

        /// <summary>Whether a file is another: one that is named twice is not a copy.</summary>
        public bool IsNew(DicomSeriesFile file) => _names.Add(file.FullName);

        /// <summary>The file of which this one is a copy; null if there is none.</summary>
        public DicomSeriesFile? FindOriginal(DicomSeriesFile file)
        {
            if (!_unread.TryGetValue(file.Length, out DicomSeriesFile? first))
            {
                _unread.Add(file.Length, file);
            }
            else
            {
                if (first is not null) _ = FindEqual(first);
                _unread[file.Length] = null;
                if (FindEqual(file) is { } original) return original;
            }

            Files.Add(file);
            return null;
        }

        /// <summary>The file with the same bytes; null if this is the first one.</summary>
        private DicomSeriesFile? FindEqual(DicomSeriesFile file)
        {
            if (_digestOf(file) is not { } digest) return null;
            if (_byDigest.TryGetValue(digest, out DicomSeriesFile? equal)) return equal;
            _byDigest.Add(digest, file);
            return null;
        }
    }
}
