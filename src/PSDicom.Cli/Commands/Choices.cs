using System;
using System.CommandLine;
using System.Linq;

namespace PSDicom.Cli.Commands;

/// <summary>Options whose value is one of a few names.</summary>
internal static class Choices
{
    /// <summary>An option that takes a name in any case, a unique beginning of one, or an alias.</summary>
    /// <typeparam name="T">The names.</typeparam>
    /// <param name="name">The option.</param>
    /// <param name="description">The description, without the names.</param>
    /// <param name="aliases">The aliases, with their values.</param>
    public static Option<T?> Of<T>(string name, string description, params (string Name, T Value)[] aliases)
        where T : struct, Enum
    {
        string names = string.Join(", ", Enum.GetNames<T>());
        return new Option<T?>(name)
        {
            Description = $"{description} One of {names}.",
            HelpName = "NAME",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                foreach ((string alias, T value) in aliases)
                {
                    if (string.Equals(alias, text, StringComparison.OrdinalIgnoreCase)) return value;
                }

                string[] found = Enum.GetNames<T>().Where(choice => text.Length > 0 && choice.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToArray();
                if (found.Length > 1) found = found.Where(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)).ToArray();
                if (found.Length == 1) return Enum.Parse<T>(found[0]);
                result.AddError($"{name} must be one of {names}, not '{text}'.");
                return null;
            },
        };
    }
}
