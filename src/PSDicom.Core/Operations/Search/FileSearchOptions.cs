using System;
using System.Collections.Generic;

namespace PSDicom.Operations.Search;

/// <summary>Options for the search of files.</summary>
public sealed class FileSearchOptions
{
    /// <summary>Whether to search subfolders.</summary>
    public bool Recurse { get; init; }

    /// <summary>The depth of subfolders to search, 0 for the folder itself; implies <see cref="Recurse"/>. Null for no limit.</summary>
    public int? Depth { get; init; }

    /// <summary>
    /// The pattern of file names, with <c>*</c> and <c>?</c>; all files if null or empty. Subfolders are not filtered.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>PowerShell wildcards, one of which the file name must match; all files if null or empty.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>PowerShell wildcards that the file name must not match.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Whether to search hidden and system folders; see <see cref="HiddenFolder"/>.</summary>
    public bool IncludeHidden { get; init; }

    /// <summary>Whether to report skipped folders: <see cref="FoundFile.Skipped"/>.</summary>
    public bool ReportsSkipped { get; init; }

    /// <summary>Selects files by their names.</summary>
    /// <exception cref="ArgumentException">A wildcard is malformed.</exception>
    public FileNameFilter Names() => new(Filter, Include, Exclude);
}
