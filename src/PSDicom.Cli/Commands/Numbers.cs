using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using PSDicom.Frames;

namespace PSDicom.Cli.Commands;

/// <summary>Options whose value is a number. The decimal point is always a period, in every language.</summary>
internal static class Numbers
{
    /// <summary>A number.</summary>
    public static Option<double?> Real(string name, string description, double least = double.NegativeInfinity) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && (double.IsNegativeInfinity(least) || number >= least)) return number;
            result.AddError(double.IsNegativeInfinity(least)
                ? $"{name} must be a number, not '{text}'."
                : string.Format(CultureInfo.InvariantCulture, "{0} must be a number from {1}, not '{2}'.", name, least, text));
            return null;
        },
    };

    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(string name, string description, string helpName = "N", int minimum = int.MinValue) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= minimum) return number;
            string bound = minimum == int.MinValue ? string.Empty : $" of at least {minimum}";
            result.AddError($"{name} must be a whole number{bound}, not '{text}'.");
            return null;
        },
    };

    /// <summary>The <c>--frame</c> option: a list of frame numbers.</summary>
    public static Option<IReadOnlyList<int>?> Frames(string description) => new("--frame")
    {
        Description = description + ", counted from 1, such as 1,10..20. Default: all.",
        HelpName = "NUMBERS",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            IReadOnlyList<int>? frames = FrameNumbers.TryParse(text);
            if (frames is null) result.AddError($"--frame must be a list of numbers from 1, such as 1,10..20, not '{text}'.");
            return frames;
        },
    };
}
