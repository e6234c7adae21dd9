namespace PSDicom.Pictures.Terminal;

/// <summary>
/// The control sequences for pictures in a terminal. Only these are written: data of a file never become control sequences.
/// </summary>
internal static class Escape
{
    /// <summary>The start of every sequence.</summary>
    public const char Start = '\u001B';

    /// <summary>The query of the cell size (XTWINOPS 16) and the primary device attributes (ECMA-48 section 8.3.24).</summary>
    public const string Question = "\u001B[16t\u001B[c";

    /// <summary>The start of a sequence for text attributes (SGR, ECMA-48 section 8.3.117).</summary>
    public const string Style = "\u001B[";

    /// <summary>Resets all text attributes.</summary>
    public const string Reset = "\u001B[0m";

    /// <summary>The start of a device control string, used by Sixel (ECMA-48 section 8.3.27).</summary>
    public const string DeviceString = "\u001BP";

    /// <summary>The start of an application program command, used by Kitty (ECMA-48 section 8.3.2).</summary>
    public const string ProgramString = "\u001B_";

    /// <summary>The end of a string (ECMA-48 section 8.3.143).</summary>
    public const string End = "\u001B\\";
}
