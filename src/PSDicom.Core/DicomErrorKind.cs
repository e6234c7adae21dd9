namespace PSDicom;

/// <summary>The subject of an error: exit codes and error categories follow from it.</summary>
public enum DicomErrorKind
{
    /// <summary>The content of a file.</summary>
    File,

    /// <summary>An argument, such as a tag, a character set or a template. It is wrong for every file.</summary>
    Call,

    /// <summary>The file to write.</summary>
    Target,
}
