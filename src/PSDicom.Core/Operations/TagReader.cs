using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Query;

namespace PSDicom.Operations;

/// <summary>Gives elements of files as rows: the file meta information's first, then the data set's.</summary>
public static class TagReader
{
    /// <summary>Opens a file, reads what the request needs, and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which elements to give.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="warnings">What is missing in the file or contradicts itself, as far as it was read.</param>
    /// <returns>As of <see cref="Read(DicomFile, TagReadOptions)"/>.</returns>
    /// <inheritdoc cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)" path="/exception"/>
    public static IReadOnlyList<DicomTagValue> Read(
        string path, TagReadOptions options, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        DicomFile file = DicomFile.Open(path, options.OfFile, cancellation);
        warnings = file.Warnings;
        return Read(file, options);
    }

    /// <summary>
    /// Gives elements of a file that is already read; of one that was read in part, those of that part. The character set is the one that it
    /// was read with.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Which elements to give.</param>
    /// <returns>
    /// Named elements in the order in which they were named, each once and for each name in the order of the file; all elements in that
    /// order if none is named.
    /// </returns>
    public static IReadOnlyList<DicomTagValue> Read(DicomFile file, TagReadOptions options)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (options is null) throw new ArgumentNullException(nameof(options));
        return options.Tags is { } tags ? Named(file, tags, options) : All(file, options.Nested);
    }

    private static List<DicomTagValue> All(DicomFile file, bool nested)
    {
        var rows = new List<DicomTagValue>();
        foreach (DicomDataset root in (DicomDataset[])[file.FileMeta, file.Dataset])
        {
            IEnumerable<LocatedElement> all = nested
                ? DatasetWalk.All(root)
                : root.Elements.Select(element => new LocatedElement(element, null));
            rows.AddRange(all.Select(located => new DicomTagValue(file.Path, located)));
        }

        return rows;
    }

    private static List<DicomTagValue> Named(DicomFile file, TagQuery tags, TagReadOptions options)
    {
        var rows = new List<DicomTagValue>(tags.Paths.Count);
        var found = new List<LocatedElement>();
        HashSet<DicomElement>? given = tags.HasOverlaps ? [] : null;
        foreach (TagPath tagPath in tags.Paths)
        {
            found.Clear();
            tagPath.FindIn(file.FileMeta, options.Nested, found);
            tagPath.FindIn(file.Dataset, options.Nested, found);
            foreach (LocatedElement located in found)
            {
                if (given?.Add(located.Element) != false) rows.Add(new DicomTagValue(file.Path, located));
            }

            if (found.Count == 0 && options.IncludeMissing && !tagPath.IsWildcard) rows.Add(new DicomTagValue(file.Path, tagPath));
        }

        return rows;
    }
}
