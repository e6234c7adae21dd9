using System;
using System.Globalization;
using System.Linq;

namespace PSDicom.Pictures.Terminal;

/// <summary>The drawing features of a terminal, from environment variables or its answer to a query.</summary>
public sealed class TerminalFeatures
{
    /// <summary>The environment variable that overrides the detection.</summary>
    public const string OverrideVariable = "PSDICOM_GRAPHICS";

    /// <summary>The size of a cell in pixels if the terminal does not report it: that of the VT340.</summary>
    public const int StandardCellWidth = 10, StandardCellHeight = 20;

    /// <summary>
    /// The query of the features of a terminal: the size of a cell (XTWINOPS 16), which some terminals ignore, then the primary device attributes
    /// (ECMA-48 section 8.3.24), which every terminal answers.
    /// </summary>
    public const string Question = Escape.Question;

    /// <summary>The last character of the answer to the second part of the query.</summary>
    public const char EndOfAnswer = 'c';

    private const string SixelAttribute = "4";
    private const string CellSizeReport = "6";
    private const int MaxCellSide = 1000;

    /// <summary>The drawing method.</summary>
    public TerminalDrawing Drawing { get; init; } = TerminalDrawing.HalfBlock;

    /// <summary>The width of a cell in pixels.</summary>
    public int CellWidth { get; init; } = StandardCellWidth;

    /// <summary>The height of a cell in pixels.</summary>
    public int CellHeight { get; init; } = StandardCellHeight;

    /// <summary>Detects the features from environment variables.</summary>
    /// <param name="variable">Returns the value of an environment variable; null if it is not set.</param>
    /// <param name="isSafe">
    /// Whether to use only features of every terminal, because the output may not go to the terminal of the environment variables.
    /// </param>
    /// <param name="isWindows">Whether this is Windows, whose SSH server does not transmit pictures.</param>
    /// <returns>Null if the environment is inconclusive and the terminal can be queried.</returns>
    /// <exception cref="ArgumentException">The override is not the name of a drawing method.</exception>
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

    /// <summary>Parses the answer to <see cref="Question"/>.</summary>
    /// <param name="answer">The answer of the terminal; empty if there was none in time.</param>
    public static TerminalFeatures OfAnswer(string answer)
    {
        if (answer is null) throw new ArgumentNullException(nameof(answer));
        var drawing = TerminalDrawing.HalfBlock;
        int width = StandardCellWidth, height = StandardCellHeight;
        foreach (string report in answer.Split(Escape.Start))
        {
            if (report.Length < 3 || report[0] != '[') continue;
            string[] numbers = report.Substring(1, report.Length - 2).TrimStart('?').Split(';');

            // Only the attribute is proof: some terminals without Sixel answer other queries about it.
            if (report[report.Length - 1] == EndOfAnswer && numbers.Skip(1).Contains(SixelAttribute)) drawing = TerminalDrawing.Sixel;
            if (report[report.Length - 1] == 't' && numbers.Length == 3 && numbers[0] == CellSizeReport && Side(numbers[1]) is { } down && Side(numbers[2]) is { } across)
                (width, height) = (across, down);
        }

        return new TerminalFeatures { Drawing = drawing, CellWidth = width, CellHeight = height };
    }

    private static TerminalDrawing Parse(string name) =>
        name.All(char.IsLetter) && Enum.TryParse(name, ignoreCase: true, out TerminalDrawing drawing) && drawing != TerminalDrawing.Auto
            ? drawing
            : throw new ArgumentException($"The environment variable {OverrideVariable} must be HalfBlock, Sixel, Kitty or Ascii, not '{name}'.");

    private static TerminalFeatures With(TerminalDrawing drawing) => new() { Drawing = drawing };

    private static int? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side is > 0 and <= MaxCellSide ? side : null;

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);
}
