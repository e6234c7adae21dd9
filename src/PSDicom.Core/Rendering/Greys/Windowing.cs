using System;
using System.Collections.Generic;
using System.Globalization;

namespace PSDicom.Rendering.Greys;

/// <summary>The values of grey images that are shown from black to white (PS3.3 section C.11.2). Colour images have no window.</summary>
/// <remarks>Values are output values of the modality transform, such as Hounsfield units (PS3.3 section C.11.1).</remarks>
public sealed class Windowing
{
    private static readonly char[] Separators = ['/', ','];

    private Windowing(WindowingKind kind) => Kind = kind;

    /// <summary>
    /// The default of a viewer: the file's first VOI LUT, else its first window, else the full range for integers of at most 8 stored bits,
    /// else the smallest to the largest value of the frame.
    /// </summary>
    public static Windowing Default { get; } = new(WindowingKind.Default);

    /// <summary>No window: stored values, neither rescaled nor inverted. Signed values are shifted to begin at 0.</summary>
    public static Windowing None { get; } = new(WindowingKind.None);

    /// <summary>The smallest to the largest value of each frame, without pixel padding.</summary>
    public static Windowing MinMax { get; } = new(WindowingKind.MinMax);

    /// <summary>The 1st to the 99th percentile of the values of each frame, without pixel padding.</summary>
    public static Windowing Percentile { get; } = new(WindowingKind.Percentile);

    /// <summary>The names of the CT presets, such as <c>Brain</c>.</summary>
    public static IReadOnlyList<string> PresetNames => WindowPresets.Names;

    internal WindowingKind Kind { get; }

    /// <summary>The center of <see cref="WindowingKind.Window"/>.</summary>
    internal double Center { get; private init; }

    /// <summary>The width of <see cref="WindowingKind.Window"/>, above 0.</summary>
    internal double Width { get; private init; }

    /// <summary>The black value of <see cref="WindowingKind.Range"/>; null for the smallest of the frame.</summary>
    internal double? Minimum { get; private init; }

    /// <summary>The white value of <see cref="WindowingKind.Range"/>; null for the largest of the frame.</summary>
    internal double? Maximum { get; private init; }

    /// <summary>The number of <see cref="WindowingKind.Number"/>, from 1.</summary>
    internal int Number { get; private init; }

    /// <summary>The name of <see cref="WindowingKind.Name"/>.</summary>
    internal string Name { get; private init; } = string.Empty;

    /// <summary>
    /// Parses <c>Default</c>, <c>None</c>, <c>MinMax</c>, <c>Percentile</c>, the number of a window of the file (from 1), the explanation
    /// of a window or VOI LUT of the file, or the name of a preset, all in any case; or a center and a width, as in <c>40/400</c> or
    /// <c>40,400</c>. Rendering checks whether the file has such a window.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DicomException">The text is empty, a number below 1, or a width that is not above 0.</exception>
    public static Windowing Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        text = text.Trim();
        if (text.Length == 0) throw new DicomException(DicomErrorReason.InvalidWindow, "The window is empty. Give a name, a number, or a center and a width such as 40/400.");
        foreach (Windowing windowing in (Windowing[])[Default, None, MinMax, Percentile])
        {
            if (LooseName.AreSame(text, windowing.Kind.ToString())) return windowing;
        }

        if (TryParseNumbers(text, out double center, out double width))
        {
            return width > 0
                ? Of(center, width)
                : throw new DicomException(DicomErrorReason.InvalidWindow, $"The window {text} is not valid: its width is not above 0.");
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            return new Windowing(WindowingKind.Name) { Name = text };
        return number >= 1
            ? new Windowing(WindowingKind.Number) { Number = number }
            : throw new DicomException(DicomErrorReason.InvalidWindow, $"There is no window {text}: the windows of a file are numbered from 1.");
    }

    /// <summary>A window by its center and width.</summary>
    /// <param name="center">The value in the middle of the window.</param>
    /// <param name="width">The number of values from black to white; above 0.</param>
    /// <remarks>
    /// The VOI LUT Function is the file's, else LINEAR. LINEAR_EXACT replaces LINEAR for real numbers and for widths below 1
    /// (PS3.3 section C.11.2.1.3).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above 0, or a number is not finite.</exception>
    public static Windowing Of(double center, double width)
    {
        if (!IsFinite(center)) throw new ArgumentOutOfRangeException(nameof(center));
        if (!IsFinite(width) || width <= 0) throw new ArgumentOutOfRangeException(nameof(width));
        return new Windowing(WindowingKind.Window) { Center = center, Width = width };
    }

    /// <summary>A window by its black and white values.</summary>
    /// <param name="minimum">The black value; null for the smallest of each frame.</param>
    /// <param name="maximum">The white value; null for the largest of each frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is not above the minimum, or a number is not finite.</exception>
    public static Windowing Between(double? minimum, double? maximum)
    {
        if (minimum is { } low && !IsFinite(low)) throw new ArgumentOutOfRangeException(nameof(minimum));
        if (maximum is { } high && (!IsFinite(high) || high <= minimum)) throw new ArgumentOutOfRangeException(nameof(maximum));
        return new Windowing(WindowingKind.Range) { Minimum = minimum, Maximum = maximum };
    }

    /// <summary>The text that <see cref="Parse"/> accepts, or the numbers.</summary>
    public override string ToString() => Kind switch
    {
        WindowingKind.Window => Invariant($"{Center}/{Width}"),
        WindowingKind.Range => Invariant($"{Minimum}..{Maximum}"),
        WindowingKind.Number => Invariant($"{Number}"),
        WindowingKind.Name => Name,
        _ => Kind.ToString(),
    };

    private static bool TryParseNumbers(string text, out double center, out double width)
    {
        center = width = 0;
        string[] numbers = text.Split(Separators);
        return numbers.Length == 2 && TryParseNumber(numbers[0], out center) && TryParseNumber(numbers[1], out width);
    }

    private static bool TryParseNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && IsFinite(number);

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
