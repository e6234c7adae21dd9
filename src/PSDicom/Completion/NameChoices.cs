using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Completion;

/// <summary>Completes names from a short list.</summary>
internal static class NameChoices
{
    private static readonly char[] Quotes = ['\'', '"'];

    /// <summary>The names that begin with the typed word, quoted if needed or already quoted.</summary>
    public static IEnumerable<CompletionResult> Complete(string wordToComplete, IEnumerable<(string Name, string Meaning)> names)
    {
        string quote = wordToComplete.IndexOfAny(Quotes) == 0 ? wordToComplete.Substring(0, 1) : string.Empty;
        string word = wordToComplete.Trim(Quotes);
        return names
            .Where(choice => choice.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(choice => new CompletionResult(
                Quoted(choice.Name, quote), choice.Name, CompletionResultType.ParameterValue, choice.Meaning));
    }

    private static string Quoted(string name, string quote)
    {
        if (quote.Length == 0 && name.Any(character => !char.IsLetterOrDigit(character))) quote = "'";
        return quote + name + quote;
    }
}
