using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using PSDicom.Adapters;

namespace PSDicom.Pipeline;

/// <summary>Keeps with a text from another computer that it is a path of that one: the parameter would have the bare text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ComputerNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        string? computer = ComputerOf(inputData);
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is IList list && (computer is not null || list.Cast<object?>().Any(item => ComputerOf(item) is not null)))
            return list.Cast<object?>().Select(item => Path(item, ComputerOf(item) ?? computer)).ToArray();
        return computer is null ? inputData : Path(inputData, computer);
    }

    private static string? ComputerOf(object? item) => (item as PSObject)?.Properties[ViewText.ComputerName]?.Value as string;

    private static object? Path(object? item, string? computer) =>
        (item is PSObject wrapped ? wrapped.BaseObject : item) is string path && OtherComputer.Has(computer, path) ? OtherComputer.Mark(computer!, path) : item;
}
