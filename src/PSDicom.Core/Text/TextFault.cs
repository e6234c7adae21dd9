namespace PSDicom.Text;

/// <summary>A contradiction between the bytes of a text and its character set, and how they were read.</summary>
internal enum TextFault
{
    /// <summary>No contradiction.</summary>
    None,

    /// <summary>No set is declared for the bytes from 80H; the text is valid UTF-8 and was read as such.</summary>
    UndeclaredAsUtf8,

    /// <summary>No set is declared for the bytes from 80H; they were read as Latin-1, or as windows-1252 where Latin-1 has no character.</summary>
    UndeclaredAsLatin1,

    /// <summary>The escape sequence of the declared set is missing; the bytes from 80H were read in that set.</summary>
    WithoutEscape,

    /// <summary>The text is undefined or unlikely in the declared set but valid UTF-8; it was read as UTF-8.</summary>
    Utf8InAnother,

    /// <summary>There are codes that only the Windows code page derived from the declared set has; the text was read in that.</summary>
    WindowsInIso,

    /// <summary>There are escape sequences, which the declared encoding does not allow; they were applied.</summary>
    EscapeInWhole,

    /// <summary>There are invalid bytes in the declared encoding; they were read as windows-1252.</summary>
    NotValid,

    /// <summary>The last character is incomplete; it became U+FFFD.</summary>
    Cut,

    /// <summary>There are undefined codes in the declared set; each became U+FFFD or a control character.</summary>
    Meaningless,
}
