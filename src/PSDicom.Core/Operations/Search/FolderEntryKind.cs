namespace PSDicom.Operations.Search;

/// <summary>What a name in a folder stands for.</summary>
internal enum FolderEntryKind
{
    /// <summary>A file, or a link to one.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A hidden folder, or one of the system; see <see cref="HiddenFolder"/>.</summary>
    HiddenFolder,

    /// <summary>A link to a folder.</summary>
    FolderLink,
}
