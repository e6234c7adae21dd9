namespace PSDicom;

/// <summary>The drawing methods for pictures in a terminal.</summary>
public enum TerminalDrawing
{
    /// <summary>The best method that the terminal is known to support; half blocks if nothing is known.</summary>
    Auto,

    /// <summary>Half blocks in 24-bit colours: two pixels per character. They also work through SSH, tmux, jobs and files.</summary>
    HalfBlock,

    /// <summary>Sixel: single pixels in at most 256 colours or 101 greys.</summary>
    Sixel,

    /// <summary>The Kitty graphics protocol: PNG, in all colours and greys.</summary>
    Kitty,

    /// <summary>ASCII characters, in ten greys.</summary>
    Ascii,
}
