namespace PSDicom.Cli.Inputs;

/// <summary>How a path came to be read, which decides what it is an error for it not to be.</summary>
internal enum InputOrigin
{
    /// <summary>It is an argument.</summary>
    Named,

    /// <summary>It matches a wildcard among the arguments.</summary>
    Matched,

    /// <summary>It stands in a list, of which a program may have written folders and files alike.</summary>
    Listed,

    /// <summary>It was found in a folder.</summary>
    Found,
}
