namespace PSDicom.Operations.Search;

/// <summary>The kinds of entries in a folder.</summary>
internal enum FolderEntryKind
{
    /// <summary>A file, or a link to one.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A hidden or system folder; see <see cref="HiddenFolder"/>.</summary>
    HiddenFolder,

    /// <summary>A link to a folder.</summary>
    FolderLink,
}
