using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Adapters;
using PSDicom.Operations.Export;

namespace PSDicom.Pipeline;

/// <summary>
/// Accepts series and stacks from Get-DicomSeries, also from a job or a file. Those of another computer are bound by their paths, which are an
/// error.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StackObjectsAttribute : ArgumentTransformationAttribute
{
    private const string ReceivedSeries = "Deserialized.PSDicom.DicomSeries";
    private const string ReceivedStack = "Deserialized.PSDicom.DicomStack";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null) return null;
        StackFrames[] stacks = inputData is PSObject { BaseObject: IList list } ? [.. Items(list).SelectMany(StacksOf)]
            : inputData is IList items ? [.. Items(items).SelectMany(StacksOf)]
            : [.. StacksOf(inputData)];
        return stacks.Length == 0 ? inputData : stacks;
    }

    private static IEnumerable<StackFrames> StacksOf(object item)
    {
        object? value = item is PSObject wrapped ? wrapped.BaseObject : item;
        return value switch
        {
            DicomStack stack => [Of(stack)],
            DicomSeries series => series.Stacks.Select(Of),
            DicomStudy study => study.Series.SelectMany(series => series.Stacks).Select(Of),
            _ when item is PSObject received => StacksOf(received),
            _ => [],
        };
    }

    private static StackFrames[] StacksOf(PSObject received)
    {
        if (received.TypeNames.Count == 0 || received.TypeNames[0] is not (ReceivedSeries or ReceivedStack)) return [];
        string? computer = received.Properties[ViewText.ComputerName]?.Value as string;
        IEnumerable<PSObject> stacks = received.TypeNames[0] == ReceivedStack ? [received] : ListIn(received, "Stacks");
        StackFrames[] frames = [.. stacks.Select(Of).OfType<StackFrames>()];
        return frames.Any(stack => stack.Frames.Any(frame => OtherComputer.Has(computer, frame.Path))) ? [] : frames;
    }

    private static StackFrames Of(DicomStack stack) =>
        new([.. stack.Frames.Select(frame => new StackFrame(frame.FullName, frame.Frame))], stack.StackIndex, stack.StackCount);

    private static StackFrames? Of(PSObject stack)
    {
        StackFrame[] frames = [.. ListIn(stack, "Frames")
            .Where(frame => frame.Properties["FullName"]?.Value is string && frame.Properties["Frame"]?.Value is int)
            .Select(frame => new StackFrame((string)frame.Properties["FullName"].Value, (int)frame.Properties["Frame"].Value))];
        return frames.Length == 0 ? null : new StackFrames(frames, NumberIn(stack, "StackIndex"), NumberIn(stack, "StackCount"));
    }

    private static int NumberIn(PSObject item, string property) => item.Properties[property]?.Value is int number ? number : 1;

    private static IEnumerable<PSObject> ListIn(PSObject item, string property)
    {
        object? value = item.Properties[property]?.Value;
        return Items((value is PSObject wrapped ? wrapped.BaseObject : value) as IList ?? Array.Empty<object>()).OfType<PSObject>();
    }

    private static IEnumerable<object> Items(IList list) => list.Cast<object?>().OfType<object>();
}
