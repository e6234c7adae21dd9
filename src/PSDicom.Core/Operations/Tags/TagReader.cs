using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Query;

namespace PSDicom.Operations.Tags;

/// <summary>Reads elements of files as rows: first those of the file meta information, then those of the data set.</summary>
public static class TagReader
{
    /// <summary>Opens a file, reads the elements, and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The elements to return.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="warnings">The problems of the part of the file that was read.</param>
    /// <returns>As for <see cref="Read(DicomFile, TagReadOptions, CancellationToken, out IReadOnlyList{DicomWarning})"/>.</returns>
    /// <inheritdoc cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)" path="/exception"/>
    public static IReadOnlyList<DicomTagValue> Read(
        string path, TagReadOptions options, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        return [.. Stream(path, options, cancellation, out warnings)];
    }

    /// <summary>
    /// Returns elements of a file that was already read. The file is read again if they were not read, with the same character set.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The elements to return.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="warnings">If the file was read again, its problems that were not found before.</param>
    /// <returns>
    /// The rows, each once: in the order of the query, for each part of it in the order of the file; without a query, all elements in the order
    /// of the file.
    /// </returns>
    /// <inheritdoc cref="DicomFile.Including" path="/exception"/>
    public static IReadOnlyList<DicomTagValue> Read(
        DicomFile file, TagReadOptions options, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        return [.. Stream(file, options, cancellation, out warnings)];
    }

    /// <inheritdoc cref="Read(DicomFile, TagReadOptions, CancellationToken, out IReadOnlyList{DicomWarning})"/>
    public static IReadOnlyList<DicomTagValue> Read(DicomFile file, TagReadOptions options) => Read(file, options, default, out _);

    /// <summary>As <see cref="Read(string, TagReadOptions, CancellationToken, out IReadOnlyList{DicomWarning})"/>, but rows are made on demand.</summary>
    /// <returns>The rows, which can be enumerated several times.</returns>
    /// <inheritdoc cref="Read(string, TagReadOptions, CancellationToken, out IReadOnlyList{DicomWarning})" path="/param|/exception"/>
    public static IEnumerable<DicomTagValue> Stream(
        string path, TagReadOptions options, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        DicomFile file = DicomFile.Open(path, options.OfFile, cancellation);
        warnings = file.Warnings;
        return RowsOf(file, options, cancellation);
    }

    /// <summary>As <see cref="Read(DicomFile, TagReadOptions, CancellationToken, out IReadOnlyList{DicomWarning})"/>, but rows are made on demand.</summary>
    /// <returns>The rows, which can be enumerated several times.</returns>
    /// <inheritdoc cref="Read(DicomFile, TagReadOptions, CancellationToken, out IReadOnlyList{DicomWarning})" path="/param|/exception"/>
    public static IEnumerable<DicomTagValue> Stream(
        DicomFile file, TagReadOptions options, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (options is null) throw new ArgumentNullException(nameof(options));
        DicomFile read = file.Including(options.OfFile.Selection, cancellation);
        warnings = ReferenceEquals(read, file) ? [] : [.. read.Warnings.Where(warning => file.Warnings.All(known => known.Message != warning.Message))];
        return RowsOf(read, options, cancellation);
    }

    /// <summary>The rows of a file with all elements that are needed.</summary>
    internal static IEnumerable<DicomTagValue> RowsOf(DicomFile file, TagReadOptions options, CancellationToken cancellation)
    {
        var budget = new PathBudget(file);
        foreach (DicomTagValue row in options.Tags is { } tags ? Named(file, tags, options, cancellation) : All(file, options.Nested))
        {
            cancellation.ThrowIfCancellationRequested();
            budget.Spend(row);
            yield return row;
        }
    }

    private static IEnumerable<DicomTagValue> All(DicomFile file, bool nested)
    {
        foreach (DicomDataset root in (DicomDataset[])[file.FileMeta, file.Dataset])
        {
            IEnumerable<LocatedElement> all = nested
                ? DatasetWalk.All(root)
                : root.Elements.Select(element => new LocatedElement(element, null));
            foreach (LocatedElement located in all) yield return new DicomTagValue(file.FullName, located);
        }
    }

    private static IEnumerable<DicomTagValue> Named(DicomFile file, TagQuery tags, TagReadOptions options, CancellationToken cancellation)
    {
        var found = new List<LocatedElement>();
        HashSet<DicomElement>? given = tags.HasOverlaps ? [] : null;
        foreach (TagPath tagPath in tags.Paths)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Clear();
            tagPath.FindIn(file.FileMeta, options.Nested, found);
            tagPath.FindIn(file.Dataset, options.Nested, found);
            foreach (LocatedElement located in found)
            {
                if (given?.Add(located.Element) != false) yield return new DicomTagValue(file.FullName, located);
            }

            if (found.Count == 0 && options.IncludeMissing && !tagPath.IsWildcard) yield return new DicomTagValue(file.FullName, tagPath);
        }
    }
}
