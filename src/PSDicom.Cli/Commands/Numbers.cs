using System.CommandLine;
using System.Globalization;

namespace PSDicom.Cli.Commands;

/// <summary>Options that are numbers. A comma is not a decimal point, whatever the machine's language.</summary>
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
                ? $"{name} is a number, not '{text}'."
                : string.Format(CultureInfo.InvariantCulture, "{0} is a number from {1} on, not '{2}'.", name, least, text));
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
}
