using System;
using System.Globalization;
using System.Linq;

namespace PSDicom.Pictures.Terminal;

/// <summary>What a terminal can draw, by what it says of itself in environment variables, or in its answer to a question.</summary>
public sealed class TerminalFeatures
{
    /// <summary>The variable by which a user overrides all that is found out.</summary>
    public const string OverrideVariable = "PSDICOM_GRAPHICS";

    /// <summary>How large a cell is in a terminal that does not tell, in pixels: as the VT340's.</summary>
    public const int StandardCellWidth = 10, StandardCellHeight = 20;

    /// <summary>
    /// The question what a terminal can do: the size of a cell (XTWINOPS 16), which some pass over, and then the primary device attributes (ECMA-48
    /// section 8.3.24), which every terminal answers.
    /// </summary>
    public const string Question = Escape.Question;

    /// <summary>Ends the answer to the second part of the question.</summary>
    public const char EndOfAnswer = 'c';

    private const string SixelAttribute = "4";
    private const string CellSizeReport = "6";
    private const int MaxCellSide = 1000;

    /// <summary>How pictures are drawn.</summary>
    public TerminalDrawing Drawing { get; init; } = TerminalDrawing.HalfBlock;

    /// <summary>The width of a cell in pixels.</summary>
    public int CellWidth { get; init; } = StandardCellWidth;

    /// <summary>The height of a cell in pixels.</summary>
    public int CellHeight { get; init; } = StandardCellHeight;

    /// <summary>Reads what the environment says.</summary>
    /// <param name="variable">Gives an environment variable; null for none.</param>
    /// <param name="isSafe">
    /// Whether only what every terminal shows may be drawn: the output is not known to go to the terminal that the variables speak of.
    /// </param>
    /// <param name="isWindows">Whether this is Windows, whose SSH server does not pass pictures on.</param>
    /// <returns>Null if the environment does not tell, and the terminal can be asked.</returns>
    /// <exception cref="ArgumentException">The override is no way of drawing.</exception>
    public static TerminalFeatures? OfEnvironment(Func<string, string?> variable, bool isSafe, bool isWindows)
    {
        if (variable is null) throw new ArgumentNullException(nameof(variable));
        bool Has(string name) => !string.IsNullOrEmpty(variable(name));
        string term = variable("TERM") ?? string.Empty, program = variable("TERM_PROGRAM") ?? string.Empty;
        if (variable(OverrideVariable) is { Length: > 0 } named) return With(Parse(named));
        if (term is "dumb") return With(TerminalDrawing.Ascii);
        bool isMultiplexed = Has("TMUX") || Has("STY") || StartsWith(term, "screen") || StartsWith(term, "tmux");
        if (isSafe || isMultiplexed || (isWindows && Has("SSH_CONNECTION"))) return new TerminalFeatures();
        if (Has("KITTY_WINDOW_ID") || term is "xterm-kitty" or "xterm-ghostty" || program is "ghostty") return With(TerminalDrawing.Kitty);
        return null;
    }

    /// <summary>Reads the answer to the <see cref="Question"/>.</summary>
    /// <param name="answer">What the terminal sent; empty if it sent nothing in time.</param>
    public static TerminalFeatures OfAnswer(string answer)
    {
        if (answer is null) throw new ArgumentNullException(nameof(answer));
        var drawing = TerminalDrawing.HalfBlock;
        int width = StandardCellWidth, height = StandardCellHeight;
        foreach (string report in answer.Split(Escape.Start))
        {
            if (report.Length < 3 || report[0] != '[') continue;
            string[] numbers = report.Substring(1, report.Length - 2).TrimStart('?').Split(';');

            // Only the attribute proves it: some answer other questions about Sixel without knowing it.
            if (report[report.Length - 1] == EndOfAnswer && numbers.Skip(1).Contains(SixelAttribute)) drawing = TerminalDrawing.Sixel;
            if (report[report.Length - 1] == 't' && numbers.Length == 3 && numbers[0] == CellSizeReport && Side(numbers[1]) is { } down && Side(numbers[2]) is { } across)
                (width, height) = (across, down);
        }

        return new TerminalFeatures { Drawing = drawing, CellWidth = width, CellHeight = height };
    }

    private static TerminalDrawing Parse(string name) =>
        name.All(char.IsLetter) && Enum.TryParse(name, ignoreCase: true, out TerminalDrawing drawing) && drawing != TerminalDrawing.Auto
            ? drawing
            : throw new ArgumentException($"The environment variable {OverrideVariable} is HalfBlock, Sixel, Kitty or Ascii, not '{name}'.");

    private static TerminalFeatures With(TerminalDrawing drawing) => new() { Drawing = drawing };

    private static int? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side is > 0 and <= MaxCellSide ? side : null;

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
}
