namespace PSDicom.Cli.Inputs;

/// <summary>The origin of a path, which decides whether a file that is not DICOM is an error.</summary>
internal enum InputOrigin
{
    /// <summary>It is an argument.</summary>
    Named,

    /// <summary>It matches a wildcard among the arguments.</summary>
    Matched,

    /// <summary>It is in a list, to which a program may have written folders as well as files.</summary>
    Listed,

    /// <summary>The search of a folder found it.</summary>
    Found,
}
