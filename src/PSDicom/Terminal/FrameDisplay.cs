namespace PSDicom;

/// <summary>How Show-DicomFrame shows frames: the drawings of <see cref="TerminalDrawing"/>, with the same numbers, or a page.</summary>
public enum FrameDisplay
{
    /// <inheritdoc cref="TerminalDrawing.Auto"/>
    Auto = TerminalDrawing.Auto,

    /// <inheritdoc cref="TerminalDrawing.HalfBlock"/>
    HalfBlock = TerminalDrawing.HalfBlock,

    /// <inheritdoc cref="TerminalDrawing.Sixel"/>
    Sixel = TerminalDrawing.Sixel,

    /// <inheritdoc cref="TerminalDrawing.Kitty"/>
    Kitty = TerminalDrawing.Kitty,

    /// <inheritdoc cref="TerminalDrawing.Ascii"/>
    Ascii = TerminalDrawing.Ascii,

    /// <summary>A page for a browser, in the temporary folder.</summary>
    Html,
}
