using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using PSDicom.Frames;

namespace PSDicom.Cli.Commands;

/// <summary>Options that are numbers. A comma is not a decimal point, whatever the machine's language.</summary>
internal static class Numbers
{
    /// <summary>A number.</summary>
    public static Option<double?> Real(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return number;
            result.AddError($"{name} is a number, not '{text}'.");
            return null;
        },
    };

    /// <summary>A whole number.</summary>
    public static Option<int?> Whole(string name, string description, string helpName = "N", int least = int.MinValue) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least) return number;
            result.AddError(least == int.MinValue ? $"{name} is a whole number, not '{text}'." : $"{name} is a whole number from {least} on, not '{text}'.");
            return null;
        },
    };

    /// <summary>The frames that a command is about.</summary>
    public static Option<IReadOnlyList<int>?> Frames(string description) => new("--frame")
    {
        Description = description + ", counted from 1, such as 1,10..20. All without this.",
        HelpName = "NUMBERS",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            IReadOnlyList<int>? frames = FrameNumbers.TryParse(text);
            if (frames is null) result.AddError($"--frame is a list of numbers from 1, such as 1,10..20, not '{text}'.");
            return frames;
        },
    };
}
