namespace PSDicom;

/// <summary>The reasons for skipping a file or folder that the user did not name.</summary>
public enum SkipReason
{
    /// <summary>The file is not DICOM.</summary>
    NotDicom,

    /// <summary>The file has no bytes.</summary>
    EmptyFile,

    /// <summary>The file is DICOM but has no pixel data, and frames were requested.</summary>
    NoPixelData,

    /// <summary>The folder is hidden or belongs to the system, such as a wastebasket or a snapshot.</summary>
    HiddenFolder,

    /// <summary>The folder is a link to another one, which may already be searched.</summary>
    FolderLink,

    /// <summary>Another command passed a folder, but folders are not searched.</summary>
    Folder,

    /// <summary>The file to write already exists.</summary>
    TargetExists,

    /// <summary>The file was already changed in this call, by another path to it.</summary>
    Repeated,

    /// <summary>The file is a temporary file or a backup that this module has made.</summary>
    TemporaryFile,

    /// <summary>A table of values has no row for the file.</summary>
    NotInMap,
}
