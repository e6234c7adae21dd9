using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PSDicom.Completion;

/// <summary>Completes the field of a name template after the last open brace.</summary>
public sealed class NameTemplateCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Meaning)[] OwnFields =
    [
        ("BaseName", "Name of the file, without .dcm"),
        ("Folder", "Name of the folder that the file is in"),
        ("Frame", "Number of the frame, from 1"),
        ("Count", "Of copied files, number among those with the same name, from 1"),
        ("Stack", "Of volumes, number of the stack in its series, from 1"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string template = wordToComplete.Trim('\'', '"');
        int start = template.LastIndexOf('{') + 1;
        bool isOpen = start > template.LastIndexOf('}') + 1;
        string before = isOpen ? template.Substring(0, start) : template + "{";
        return Fields(isOpen ? template.Substring(start) : string.Empty).Select(field => new CompletionResult(
            $"'{before}{field.Name}}}'", field.Name, CompletionResultType.ParameterValue, field.Meaning));
    }

    private static IEnumerable<(string Name, string Meaning)> Fields(string word) =>
        OwnFields.Where(field => field.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Concat(TagCompleter.Find(word).Select(entry => (entry.Keyword, TagCompleter.Describe(entry))));
}
