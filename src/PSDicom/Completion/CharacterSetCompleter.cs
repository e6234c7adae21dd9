using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using PSDicom.Text;

namespace PSDicom.Completion;

/// <summary>Completes the names of character sets.</summary>
public sealed class CharacterSetCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        NameChoices.Complete(wordToComplete, CharacterSet.Names.Select(name => (name, name)));
}
