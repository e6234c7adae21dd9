namespace PSDicom;

/// <summary>How pictures are drawn in a terminal.</summary>
public enum TerminalDrawing
{
    /// <summary>The best of the others that the terminal is known to draw; where nothing is known of it, half blocks.</summary>
    Auto,

    /// <summary>Half blocks in 24-bit colours: two pixels a character. It goes through SSH, tmux, jobs and files.</summary>
    HalfBlock,

    /// <summary>Sixel: pixels in at most 256 colours, of greys 101.</summary>
    Sixel,

    /// <summary>Kitty's graphics protocol: PNG, in all colours and greys.</summary>
    Kitty,

    /// <summary>Letters of ASCII, in ten greys and without colours.</summary>
    Ascii,
}
