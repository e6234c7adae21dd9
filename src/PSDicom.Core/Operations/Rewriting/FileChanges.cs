using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Editing;

namespace PSDicom.Operations.Rewriting;

/// <summary>The changes of a call: the same for all files, with values that depend on the file, or from a table.</summary>
public sealed record FileChanges
{
    /// <summary>The changes that all files get.</summary>
    public IReadOnlyList<DatasetChange> Changes { get; init; } = [];

    /// <summary>
    /// Gives a change the value for a file; null if all values are fixed. Called in the order of the files, on the thread that takes their results.
    /// </summary>
    public Func<DatasetChange, DicomFile, DatasetChange>? Complete { get; init; }

    /// <summary>The table of further values; null if there is none.</summary>
    public ValueMap? Map { get; init; }

    /// <summary>Whether files without a row in the table are skipped; else they are errors.</summary>
    public bool SkipsUnmapped { get; init; }

    /// <summary>Whether the changes are the same for all files.</summary>
    public bool AreFixed => Map is null && Complete is null;

    /// <summary>The elements that are set, as tag paths, also those of the table.</summary>
    public IEnumerable<string> Paths => Changes.Select(change => change.Path).Concat(Map?.Columns ?? []);

    /// <summary>The changes of a file.</summary>
    /// <param name="file">The file; unless <see cref="AreFixed"/>, with all elements.</param>
    /// <returns>Null if the file is skipped, because the table has no row for it.</returns>
    /// <exception cref="DicomException">The table has no row for it, or a value cannot be found.</exception>
    public IReadOnlyList<DatasetChange>? Of(DicomFile file)
    {
        IReadOnlyList<DatasetChange> ofMap = [];
        if (Map is not null)
        {
            if (Map.Find(file) is { } row) ofMap = row;
            else if (SkipsUnmapped) return null;
            else throw Map.NotFound(file);
        }

        return AreFixed ? Changes : [.. Complete is null ? Changes : Changes.Select(change => Complete(change, file)), .. ofMap];
    }

    /// <summary>Gives a file to change its changes, or notes why it has none.</summary>
    /// <param name="target">The file.</param>
    public void ApplyTo(RewriteTarget target)
    {
        if (target is null) throw new ArgumentNullException(nameof(target));
        if (AreFixed) return;
        try
        {
            if (Of(target.File) is { } changes) target.Changes = changes;
            else target.Skipped = SkippedFile.OfUnmapped(target.Path);
        }
        catch (DicomException exception)
        {
            target.Error = exception;
        }
    }
}
