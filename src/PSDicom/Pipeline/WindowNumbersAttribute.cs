using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Accepts a center and a width with a comma: PowerShell itself reads <c>-Window 40,80</c> as a list of two numbers.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WindowNumbersAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? window = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (window is not IList list) return inputData;
        string[] numbers = list.Cast<object?>().Select(Text).ToArray();
        return numbers.Length == 2
            ? string.Join("/", numbers)
            : throw new ArgumentTransformationMetadataException("A window is one name, or a center and a width such as 40/400.");
    }

    // In a list, PowerShell passes a signed number as text.
    private static string Text(object? item) => Convert.ToString(item is PSObject wrapped ? wrapped.BaseObject : item, CultureInfo.InvariantCulture) ?? string.Empty;
}
