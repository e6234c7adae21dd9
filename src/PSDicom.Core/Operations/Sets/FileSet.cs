using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using PSDicom.Operations.Series;
using PSDicom.Query;
using PSDicom.Validation;

namespace PSDicom.Operations.Sets;

/// <summary>
/// Tests several files together: duplicates, unique identifiers that are not unique, patients and studies that contradict each other, series that
/// miss slices. A file takes about 100 bytes of memory, and a few hundred more for each of its frames. Not thread-safe.
/// </summary>
public sealed class FileSet
{
    // What only images in space have; the other problems are findings of their own.
    private const SeriesProblem Irregularities = SeriesProblem.UnevenSpacing | SeriesProblem.UnevenVolumes | SeriesProblem.ShiftedSlices
        | SeriesProblem.SpacingContradicted | SeriesProblem.NoPosition | SeriesProblem.PositionsContradicted;

    private readonly PathList _paths = new();
    private readonly List<(long Length, TextKey Class)> _files = [];
    private readonly UsedUIDs _uids = new();
    private readonly Dictionary<TextKey, SharedValues> _studies = [];
    private readonly Dictionary<TextKey, SeriesOfSet> _series = [];
    private readonly List<(int First, int Number)> _possibleCopies = [];
    private readonly List<DicomFinding> _findings = [];
    private readonly SeriesCollection _images = new();

    /// <summary>The number of files.</summary>
    public int Count => _paths.Count;

    /// <summary>Adds a file.</summary>
    public void Add(SetFile file)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        int number = _paths.Add(file.FullName);
        _files.Add((file.Length, file.Class));
        if (_uids.Add(file.Instance, UIDKind.Instance, number) is not { } first)
        {
            AddDistinct(file, number);
        }
        else if (first.Kind != UIDKind.Instance)
        {
            CheckKind(first, UIDKind.Instance, number, DicomTag.SOPInstanceUID);
            AddDistinct(file, number);
        }
        else if (_files[first.File].Length != file.Length)
        {
            _findings.Add(NotUnique(first.File, number));
            AddDistinct(file, number);
        }
        else if (_paths[first.File] != file.FullName)
        {
            // A file that is named twice is not a copy.
            _possibleCopies.Add((first.File, number));
        }
    }

    /// <summary>Compares files with equal identifiers, sorts the images, and lists what is wrong. Call it once, after all files have been added.</summary>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public IEnumerable<DicomFinding> Test(CancellationToken cancellation = default)
    {
        foreach (DicomFinding finding in _findings) yield return finding;
        foreach ((int first, int number) in _possibleCopies)
        {
            string path = _paths[first];
            yield return FileBytes.AreSame(path, _paths[number], cancellation)
                ? Of(SetFindings.DuplicateFile, number, $"It has the same SOP Instance UID and the same bytes as {path}.", DicomTag.SOPInstanceUID)
                : NotUnique(first, number);
        }

        foreach (SharedValues values in _studies.Values.Concat(_series.Values.Select(series => series.Values)))
        {
            foreach ((SetAttribute attribute, SharedValue value) in values.Differences()) yield return Differs(attribute, value);
        }

        foreach (DicomSeries series in _images.Sort())
        {
            cancellation.ThrowIfCancellationRequested();
            if (_series.TryGetValue(TextKey.Of(series.SeriesInstanceUID?.Trim()), out SeriesOfSet? known) && ProblemOf(series, known.First) is { } finding) yield return finding;
        }
    }

    private void AddDistinct(SetFile file, int number)
    {
        CheckKind(_uids.Add(file.Study, UIDKind.Study, number), UIDKind.Study, number, DicomTag.StudyInstanceUID);
        CheckKind(_uids.Add(file.Series, UIDKind.Series, number), UIDKind.Series, number, DicomTag.SeriesInstanceUID);
        if (!file.Study.IsNone)
        {
            if (!_studies.TryGetValue(file.Study, out SharedValues? study)) _studies.Add(file.Study, study = new SharedValues(SetAttribute.OfStudy));
            study.Add(file.OfStudy, number);
        }

        if (!file.Series.IsNone)
        {
            if (!_series.TryGetValue(file.Series, out SeriesOfSet? series)) _series.Add(file.Series, series = new SeriesOfSet(file.Study, number));
            series.Values.Add(file.OfSeries, number);
            if (series.IsNewStudy(file.Study))
            {
                string message = $"Its Series Instance UID is also that of {_paths[series.First]}, which belongs to another study.";
                _findings.Add(Of(SetFindings.SeriesInSeveralStudies, number, message, DicomTag.SeriesInstanceUID));
            }
        }

        if (file.Images is { } images) _images.Add(images);
    }

    private void CheckKind(UsedUIDs.Use? first, UIDKind kind, int number, DicomTag tag)
    {
        if (first is not { } use || use.Kind == kind || !_uids.IsNewConflict(use, kind)) return;
        string where = use.File == number ? "this file" : _paths[use.File];
        _findings.Add(Of(SetFindings.UIDOfOtherKind, number, $"Its {NameOf(kind)} is the {NameOf(use.Kind)} of {where}.", tag));
    }

    private DicomFinding NotUnique(int first, int number)
    {
        string other = _files[first].Class.Equals(_files[number].Class) ? "other bytes" : "other bytes and another SOP class";
        return Of(SetFindings.SOPInstanceUIDNotUnique, number, $"It has the same SOP Instance UID as {_paths[first]}, but {other}.", DicomTag.SOPInstanceUID);
    }

    private DicomFinding Differs(SetAttribute attribute, SharedValue value)
    {
        string name = DicomDictionary.TryGet(attribute.Tag, out DicomDictionaryEntry? entry) ? $"{entry.Name} {attribute.Tag}" : attribute.Tag.ToString();
        string message = $"{name} is not the same as in {_paths[value.First]}, of the same {attribute.Owner}: {Files(value.Same)} like that one, {Files(value.Others)} otherwise.";
        return Of(attribute.Rule, value.Other, message, attribute.Tag);
    }

    private DicomFinding? ProblemOf(DicomSeries series, int first)
    {
        long missing = series.Stacks.Sum(stack => stack.MissingSlices);
        string what = $"The series of this file, with {Files(series.Files.Count)},";
        if (missing > 0)
        {
            string message = string.Format(CultureInfo.InvariantCulture, "{0} misses {1} {2} between others.", what, missing, missing == 1 ? "slice" : "slices");
            return Of(SetFindings.SlicesMissing, first, message, DicomTag.SeriesInstanceUID);
        }

        SeriesProblem problem = series.Problem & Irregularities;
        return problem == SeriesProblem.None ? null : Of(SetFindings.SeriesIrregular, first, $"{what} has the problems {problem}.", DicomTag.SeriesInstanceUID);
    }

    private DicomFinding Of(FindingRule rule, int file, string message, DicomTag tag) => new(_paths[file], rule, message, TagNames.Of(tag));

    private static string Files(int count) => count == 1 ? "1 file" : count.ToString(CultureInfo.InvariantCulture) + " files";

    private static string NameOf(UIDKind kind) => kind switch
    {
        UIDKind.Study => "Study Instance UID",
        UIDKind.Series => "Series Instance UID",
        _ => "SOP Instance UID",
    };

    /// <summary>A series: its first file, its studies, its values.</summary>
    private sealed class SeriesOfSet(TextKey study, int first)
    {
        private HashSet<TextKey>? _otherStudies;

        public int First { get; } = first;

        public SharedValues Values { get; } = new(SetAttribute.OfSeries);

        /// <summary>Whether a study is neither that of the first file nor another one that was seen before.</summary>
        public bool IsNewStudy(TextKey other) => !other.IsNone && !other.Equals(study) && (_otherStudies ??= []).Add(other);
    }
}
