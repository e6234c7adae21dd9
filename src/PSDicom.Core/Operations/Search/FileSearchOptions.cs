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
}
