using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using PSDicom.Adapters;

namespace PSDicom.Pipeline;

/// <summary>
/// Marks a path from another computer with the name of that computer; the parameter would only have its text. Pipeline input passes here
/// before it is bound by property name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ComputerNamesAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] PathProperties = ["FullName", ItemPath.PropertyName, "LiteralPath", "FilePath", "File", "Path"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        string? computer = ComputerOf(inputData);
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is IList list && (computer is not null || list.Cast<object?>().Any(item => ComputerOf(item) is not null)))
            return list.Cast<object?>().Select(item => Marked(item, ComputerOf(item) ?? computer)).ToArray();
        return Marked(inputData, computer);
    }

    private static string? ComputerOf(object? item) => (item as PSObject)?.Properties[ViewText.ComputerName]?.Value as string;

    private static object? Marked(object? item, string? computer)
    {
        if (item is null || string.IsNullOrEmpty(computer)) return item;
        string path = ItemPath.FullNameOf(PathOf(PSObject.AsPSObject(item)));
        return OtherComputer.Has(computer, path) && !OtherComputer.IsMarked(path, out _, out _) ? OtherComputer.Mark(computer!, path) : item;
    }

    private static string PathOf(PSObject item) => item.BaseObject as string
        ?? PathProperties.Select(name => item.Properties[name]?.Value as string).FirstOrDefault(path => !string.IsNullOrEmpty(path))
        ?? item.ToString();
}
