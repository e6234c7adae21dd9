namespace PSDicom.Pipeline;

/// <summary>How a cmdlet came by a path, which decides what it is an error for it not to be.</summary>
internal enum FileOrigin
{
    /// <summary>The user named it.</summary>
    Named,

    /// <summary>It matches a wildcard that the user named.</summary>
    Matched,

    /// <summary>Another command, such as Get-ChildItem, gave it as an object.</summary>
    Piped,

    /// <summary>It was found in a folder.</summary>
    Found,
}
