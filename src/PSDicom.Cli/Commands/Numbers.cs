using System.CommandLine;
using System.Globalization;

namespace PSDicom.Cli.Commands;

/// <summary>Options whose value is a number. The decimal point is always a period, in every language.</summary>
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
            result.AddError($"{name} must be a number, not '{text}'.");
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
}
