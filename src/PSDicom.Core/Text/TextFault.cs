namespace PSDicom.Text;

/// <summary>How the bytes of a text contradict the character set that holds for it, and what they were read as.</summary>
internal enum TextFault
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>No set is declared for the bytes from 80H; they are valid UTF-8 and were read as that.</summary>
    UndeclaredAsUtf8,

    /// <summary>No set is declared for the bytes from 80H; they were read as Latin-1, or where that has no character as windows-1252.</summary>
    UndeclaredAsLatin1,

    /// <summary>The escape sequence of the set that is declared for them is missing; they were read as that set.</summary>
    WithoutEscape,

    /// <summary>They mean nothing in the declared set, or nothing likely, and are valid UTF-8: they were read as that.</summary>
    Utf8InAnother,

    /// <summary>They have codes that only the Windows code page made of the declared set has, and were read as that.</summary>
    WindowsInIso,

    /// <summary>They have escape sequences, which the declared encoding does not; these were followed.</summary>
    EscapeInWhole,

    /// <summary>They are not valid in the declared encoding; what is not was read as windows-1252.</summary>
    NotValid,

    /// <summary>The last character is cut off; U+FFFD stands for it.</summary>
    Cut,

    /// <summary>They have codes that mean nothing in the declared set; U+FFFD, or the control character, stands for each.</summary>
    Meaningless,
}
