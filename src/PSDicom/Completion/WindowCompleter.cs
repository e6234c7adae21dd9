using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using PSDicom.Rendering.Greys;

namespace PSDicom.Completion;

/// <summary>Completes the names of windows.</summary>
public sealed class WindowCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Meaning)[] Ways =
    [
        ("Default", "As a viewer first shows it: by the file, otherwise by the values"),
        ("MinMax", "From the smallest to the largest value of each frame"),
        ("Percentile", "From the 1st to the 99th percentile of each frame's values"),
        ("None", "No window: the stored values unchanged"),
        ("1", "The first window of the file"),
        ("2", "The second window of the file"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        NameChoices.Complete(wordToComplete, Windowing.PresetNames.Select(name => (name, $"{name} of a CT")).Concat(Ways));
}
