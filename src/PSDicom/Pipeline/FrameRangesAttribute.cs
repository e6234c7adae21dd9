using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>
/// Takes ranges in a list of frames as they are written: PowerShell itself reads <c>-Frame 1, 10..20</c> as a number and a text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FrameRangesAttribute : ArgumentTransformationAttribute
{
    // As many as a range of PowerShell's own may have is not needed, and would fill the memory.
    private const int LongestRange = 1_000_000;

    private static readonly string[] Dots = [".."];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? frames = Unwrap(inputData);
        return frames switch
        {
            string text => Expand(text).ToArray(),
            IEnumerable list => list.Cast<object?>().Select(Unwrap).SelectMany(Expand).ToArray(),
            _ => frames,
        };
    }

    private static IEnumerable<object?> Expand(object? item)
    {
        if (item is not string text) return [item];
        string[] ends = text.Split(Dots, StringSplitOptions.None);
        if (ends.Length != 2) return [item];
        if (!TryParse(ends[0], out int first) || !TryParse(ends[1], out int last))
            throw new ArgumentTransformationMetadataException($"'{text}' is no range of frames. Write it as 10..20.");
        int count = Math.Abs(last - first) + 1;
        if (count > LongestRange)
            throw new ArgumentTransformationMetadataException($"'{text}' is a range of more than {LongestRange:N0} frames.");
        int step = Math.Sign(last - first);
        return Enumerable.Range(0, count).Select(index => (object?)(first + (index * step)));
    }

    private static object? Unwrap(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
