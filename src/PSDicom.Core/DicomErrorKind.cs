namespace PSDicom;

/// <summary>What an error is about: exit codes and error categories follow from it.</summary>
public enum DicomErrorKind
{
    /// <summary>What a file holds.</summary>
    File,

    /// <summary>What the user named: a tag, a character set, a template. It is wrong for every file.</summary>
    Call,

    /// <summary>The file that is to be written.</summary>
    Target,
}
