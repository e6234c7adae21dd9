namespace PSDicom;

/// <summary>Why a run passed over a file or folder that nobody named.</summary>
public enum SkipReason
{
    /// <summary>The file is not DICOM.</summary>
    NotDicom,

    /// <summary>The file has no bytes.</summary>
    EmptyFile,

    /// <summary>The file is DICOM, but has no pixel data, and frames were asked for.</summary>
    NoPixelData,

    /// <summary>The folder is hidden, or one of the system, such as a wastebasket or a snapshot.</summary>
    HiddenFolder,

    /// <summary>The folder is a link to another one, which may be searched already.</summary>
    FolderLink,

    /// <summary>Another command gave a folder, and folders are not searched.</summary>
    Folder,

    /// <summary>The file that was to be written is there already.</summary>
    TargetExists,
}
