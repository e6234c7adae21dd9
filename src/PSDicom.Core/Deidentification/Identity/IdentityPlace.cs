namespace PSDicom;

/// <summary>Where in a file a value was found.</summary>
public enum IdentityPlace
{
    /// <summary>In an element of the data set.</summary>
    Element,

    /// <summary>In a private element.</summary>
    Private,

    /// <summary>In the file meta information.</summary>
    FileMeta,

    /// <summary>Before the first element.</summary>
    Preamble,

    /// <summary>Between elements.</summary>
    Structure,

    /// <summary>After the last element.</summary>
    Trailing,

    /// <summary>In a file that is not DICOM.</summary>
    OtherFile,

    /// <summary>In the name of the file, or of a folder.</summary>
    FileName,
}
