namespace PSDicom.Pictures.Terminal;

/// <summary>
/// The control sequences that pictures in a terminal are made of. Nothing else of the toolkit makes any: what a file holds never becomes one.
/// </summary>
internal static class Escape
{
    /// <summary>Begins every sequence.</summary>
    public const char Start = '\u001B';

    /// <summary>Asks for the size of a cell (XTWINOPS 16), and for the primary device attributes (ECMA-48 section 8.3.24).</summary>
    public const string Question = "\u001B[16t\u001B[c";

    /// <summary>Begins a sequence for the look of text (ECMA-48 section 8.3.117).</summary>
    public const string Style = "\u001B[";

    /// <summary>Takes back all looks.</summary>
    public const string Reset = "\u001B[0m";

    /// <summary>Begins a string for the device, as Sixel is (ECMA-48 section 8.3.27).</summary>
    public const string DeviceString = "\u001BP";

    /// <summary>Begins a string for a program, as Kitty's pictures are (ECMA-48 section 8.3.2).</summary>
    public const string ProgramString = "\u001B_";

    /// <summary>Ends a string (ECMA-48 section 8.3.143).</summary>
    public const string End = "\u001B\\";
}
