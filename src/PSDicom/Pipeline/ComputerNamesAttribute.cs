using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Keeps with a text from another computer that it is a path of that one: the parameter would have the bare text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ComputerNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject { BaseObject: string } => OfText(inputData),
        IList list when list.Cast<object?>().Any(item => item is PSObject { BaseObject: string }) => list.Cast<object?>().Select(OfText).ToArray(),
        _ => inputData,
    };

    private static object? OfText(object? item) =>
        item is PSObject { BaseObject: string path } text
        && text.Properties[Adapters.ViewText.ComputerName]?.Value is string computer
        && OtherComputer.Has(computer, path)
            ? OtherComputer.Mark(computer, path)
            : item;
}
