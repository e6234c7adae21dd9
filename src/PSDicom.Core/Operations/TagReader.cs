using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO;
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
        var readOptions = new DicomReadOptions
        {
            Selection = options.Nested ? null : options.Tags?.Selection,
            CharacterSet = options.CharacterSet,
        };
        DicomFile file = DicomFile.Open(path, readOptions, cancellation);
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
        var rows = new List<DicomTagValue>();
        DicomDataset[] roots = [file.FileMeta, file.Dataset];
        if (options.Tags is { } tags) AddNamed(rows, file.Path, roots, tags, options);
        else rows.AddRange(All(roots, options.Nested).Select(located => new DicomTagValue(file.Path, located)));
        return rows;
    }

    private static IEnumerable<LocatedElement> All(DicomDataset[] roots, bool nested) => nested
        ? roots.SelectMany(DatasetWalk.All)
        : roots.SelectMany(root => root.Elements).Select(element => new LocatedElement(element, null));

    private static void AddNamed(List<DicomTagValue> rows, string? path, DicomDataset[] roots, TagQuery tags, TagReadOptions options)
    {
        HashSet<DicomElement>? given = tags.HasOverlaps ? [] : null;
        foreach (TagPath tagPath in tags.Paths)
        {
            bool exists = false;
            foreach (LocatedElement located in tagPath.FindIn(roots, options.Nested))
            {
                exists = true;
                if (given?.Add(located.Element) != false) rows.Add(new DicomTagValue(path, located));
            }

            if (!exists && options.IncludeMissing && !tagPath.IsWildcard) rows.Add(new DicomTagValue(path, tagPath));
        }
    }
}
