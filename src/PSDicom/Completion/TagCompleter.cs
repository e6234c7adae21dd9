using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PSDicom.Completion;

/// <summary>
/// Completes keywords that begin with the typed word or match its wildcards; if there are none, those that contain it. In a path into
/// sequences, completes the last step.
/// </summary>
public sealed class TagCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string quote = wordToComplete.Length > 0 && wordToComplete[0] is '\'' or '"' ? wordToComplete.Substring(0, 1) : string.Empty;
        string word = wordToComplete.Trim('\'', '"');
        int step = word.LastIndexOf('.') + 1;
        string before = word.Substring(0, step);
        return Find(word.Substring(step)).Select(entry => new CompletionResult(
            quote + before + entry.Keyword + quote, entry.Keyword, CompletionResultType.ParameterValue, Describe(entry)));
    }

    /// <summary>The entries with matching keywords, retired ones last.</summary>
    internal static IEnumerable<DicomDictionaryEntry> Find(string word)
    {
        List<DicomDictionaryEntry> found = WildcardPattern.ContainsWildcardCharacters(word) ? Match(word) : Match(word + "*");
        if (found.Count == 0 && word.Length > 0) found = Match("*" + word + "*");
        return found.OrderBy(entry => entry.IsRetired).ThenBy(entry => entry.Keyword, StringComparer.Ordinal);
    }

    /// <summary>Tag, VR, VM and name.</summary>
    internal static string Describe(DicomDictionaryEntry entry) =>
        $"{entry.TagPattern} {string.Join("/", entry.VRs)} {entry.VM} {entry.Name}{(entry.IsRetired ? " (retired)" : string.Empty)}";

    private static List<DicomDictionaryEntry> Match(string pattern)
    {
        var wildcard = new WildcardPattern(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var found = new List<DicomDictionaryEntry>();
        foreach (string keyword in DicomDictionary.Keywords)
        {
            if (wildcard.IsMatch(keyword) && DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry)) found.Add(entry);
        }

        return found;
    }
}
