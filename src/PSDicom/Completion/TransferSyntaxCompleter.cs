using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using PSDicom.Operations.Conversion;

namespace PSDicom.Completion;

/// <summary>Completes the short names of transfer syntaxes that can be written, with their names in the standard.</summary>
public sealed class TransferSyntaxCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        NameChoices.Complete(wordToComplete, WritableSyntaxes.Names.Select(name => (name, WritableSyntaxes.Parse(name).Name)));
}
