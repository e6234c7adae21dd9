using System;
using System.Collections.Generic;

namespace PSDicom.Operations.Search;

/// <summary>Which files of a folder are wanted.</summary>
public sealed class FileSearchOptions
{
    /// <summary>Whether the files of its subfolders are wanted too.</summary>
    public bool Recurse { get; init; }

    /// <summary>How many subfolders deep to go, 0 being the folder itself; implies <see cref="Recurse"/>. No limit, if null.</summary>
    public int? Depth { get; init; }

    /// <summary>
    /// What the names of the files look like, with <c>*</c> and <c>?</c>; all files, if null or empty. Subfolders are not filtered.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>Wildcards of PowerShell of which the name of a file has to match one; all files, if null or empty.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Wildcards of PowerShell of which the name of a file must match none.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Whether hidden folders and those of the system are searched too; see <see cref="HiddenFolder"/>.</summary>
    public bool IncludeHidden { get; init; }

    /// <summary>Whether folders that are passed over are told of, as <see cref="FoundFile.Skipped"/>.</summary>
    public bool ReportsSkipped { get; init; }

    /// <summary>Decides by their names which files are wanted.</summary>
    /// <exception cref="ArgumentException">A wildcard cannot be understood.</exception>
    public FileNameFilter Names() => new(Filter, Include, Exclude);
}
