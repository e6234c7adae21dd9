using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Text;

namespace PSDicom.Operations.Volumes;

/// <summary>Describes a stack in messages, without data that identify the patient.</summary>
internal static class StackText
{
    private const int MaxPlaces = 10;

    /// <summary>The name of a stack, such as <c>Series 3, stack 1 of 2</c>.</summary>
    public static string Name(DicomStack stack)
    {
        string series = stack.SeriesNumber is { } number ? Invariant("Series {0}", number) : "Series without a number";
        return stack.StackCount > 1 ? Invariant("{0}, stack {1} of {2}", series, stack.StackIndex, stack.StackCount) : series;
    }

    /// <summary>A list of slices, such as <c>slices 3, 7 and 9</c>; only the first if there are many.</summary>
    public static string Slices(IReadOnlyList<int> numbers)
    {
        string[] texts = [.. numbers.Take(MaxPlaces).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        if (texts.Length == 1) return "slice " + texts[0];
        return numbers.Count > MaxPlaces
            ? Invariant("slices {0} and {1} more", string.Join(", ", texts), numbers.Count - MaxPlaces)
            : Invariant("slices {0} and {1}", string.Join(", ", texts.Take(texts.Length - 1)), texts[texts.Length - 1]);
    }

    public static string Invariant(string format, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);

    /// <summary>The path of a file in a message.</summary>
    public static string Path(string path) => $"'{PlainText.Of(path)}'";
}
