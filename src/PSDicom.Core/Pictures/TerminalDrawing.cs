namespace PSDicom;

/// <summary>A drawing of pictures in a terminal.</summary>
public enum TerminalDrawing
{
    /// <summary>The best drawing that the terminal is known to support; if unknown, half blocks.</summary>
    Auto,

    /// <summary>Half blocks in 24-bit colors: two pixels per character. They work through SSH, tmux, jobs and files.</summary>
    HalfBlock,

    /// <summary>Sixel: pixels in at most 256 colors, or 101 greys.</summary>
    Sixel,

    /// <summary>The Kitty graphics protocol: PNG, in all colors and greys.</summary>
    Kitty,

    /// <summary>ASCII characters, in ten greys, without colors.</summary>
    Ascii,
}
