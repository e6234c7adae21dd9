using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Volumes.Rules;

namespace PSDicom.Volumes;

/// <summary>Sorts files into series, and their frames into stacks. The result does not depend on the order of the files. Not thread-safe.</summary>
/// <param name="digestOf">A digest of the bytes of a file, null if it cannot be read; called only for files of the same length and SOP Instance UID.</param>
internal sealed class SeriesSorter(Func<DicomSeriesFile, string?> digestOf)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<SeriesIdentity, SeriesIdentity> _identities = [];
    private readonly Dictionary<PlaneShape, PlaneShape> _shapes = [];
    private readonly Dictionary<SampleMeaning, SampleMeaning> _meanings = [];
    private readonly Dictionary<(string? Study, string? Series, string? Modality, long? Number), List<DicomSeriesFile>> _series = [];

    /// <summary>The largest distance in mm between positions that count as one.</summary>
    public double Tolerance { get; set; } = SortOptions.Default.Position;

    /// <summary>Adds a file.</summary>
    public void Add(DicomSeriesFile file)
    {
        if (!_identities.TryGetValue(file.Identity, out SeriesIdentity? identity)) _identities.Add(file.Identity, identity = file.Identity);
        file.Identity = identity;
        file.FrameOfReferenceUID = Shared(file.FrameOfReferenceUID);
        foreach (DicomStackFrame frame in file.Frames)
        {
            frame.Shape = Shared(frame.Shape);
            frame.Meaning = Shared(frame.Meaning);
            frame.Keys.ImageType = Shared(frame.Keys.ImageType);
        }

        bool isNamed = !string.IsNullOrEmpty(identity.SeriesInstanceUID);
        if (!isNamed) file.Problem |= SeriesProblem.NoSeriesUID;
        (string?, string?, string?, long?) key = isNamed
            ? (identity.StudyInstanceUID, identity.SeriesInstanceUID, null, null)
            : (identity.StudyInstanceUID, null, identity.Modality, identity.SeriesNumber);
        if (!_series.TryGetValue(key, out List<DicomSeriesFile>? files)) _series.Add(key, files = []);
        files.Add(file);
    }

    /// <summary>The series, by study and number.</summary>
    public IEnumerable<DicomSeries> Sort() => _series.Values
        .OrderBy(files => files[0].Identity.StudyDate)
        .ThenBy(files => files[0].Identity.StudyInstanceUID, StringComparer.Ordinal)
        .ThenBy(files => files[0].Identity.SeriesNumber)
        .ThenBy(files => files[0].Identity.SeriesInstanceUID, StringComparer.Ordinal)
        .Select(Make);

    private DicomSeries Make(List<DicomSeriesFile> all)
    {
        all.Sort(FileOrder.Instance);
        var duplicates = new DuplicateFiles(digestOf);
        List<DicomSeriesFile> files = duplicates.Remove(all);
        SeriesIdentity identity = files[0].Identity;
        if (files.Select(file => file.Identity.PatientID).Distinct().Skip(1).Any())
        {
            foreach (DicomSeriesFile file in files) file.Problem |= SeriesProblem.MixedPatients;
        }

        IReadOnlyList<DicomStack> stacks = new StackBuilder(identity, new SortOptions(Tolerance)).Build(files);
        return new DicomSeries(identity)
        {
            FirstDate = files.Min(file => file.Taken),
            LastDate = files.Max(file => file.Taken),
            Problem = StackParts.ProblemsOf(files) | stacks.Aggregate(SeriesProblem.None, (problem, stack) => problem | stack.Problem),
            Stacks = new CountedList<DicomStack>([.. stacks], "stack", "stacks"),
            Files = StackParts.Files(stacks.SelectMany(stack => stack.Files).Concat(files).Distinct()),
            Frames = StackParts.Frames(stacks.SelectMany(stack => stack.Frames)),
            DuplicateFiles = StackParts.Files(duplicates.Copies),
        };
    }

    // Attributes that thousands of files share are kept in memory once.
    private PlaneShape? Shared(PlaneShape? shape)
    {
        if (shape is null) return null;
        if (!_shapes.TryGetValue(shape, out PlaneShape? shared)) _shapes.Add(shape, shared = shape);
        return shared;
    }

    private SampleMeaning Shared(SampleMeaning meaning)
    {
        if (!_meanings.TryGetValue(meaning, out SampleMeaning? shared)) _meanings.Add(meaning, shared = meaning);
        return shared;
    }

    private string? Shared(string? text)
    {
        if (text is null) return null;
        if (!_texts.TryGetValue(text, out string? shared)) _texts.Add(text, shared = text);
        return shared;
    }
}
