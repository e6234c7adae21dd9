namespace PSDicom.Pipeline;

/// <summary>The origin of a path, which decides whether a file that is not DICOM is an error.</summary>
internal enum FileOrigin
{
    /// <summary>The user named it.</summary>
    Named,

    /// <summary>It matches a wildcard that the user named.</summary>
    Matched,

    /// <summary>Another command, such as Get-ChildItem, gave it as an object.</summary>
    Piped,

    /// <summary>The search of a folder found it.</summary>
    Found,
}
