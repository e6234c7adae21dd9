using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using PSDicom.Rendering.Colors;

namespace PSDicom.Completion;

/// <summary>Completes the names of colour maps.</summary>
public sealed class ColorMapCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        NameChoices.Complete(wordToComplete, ColorMap.Names.Select(name => (name, name)));
}
