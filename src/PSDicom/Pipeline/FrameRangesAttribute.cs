using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Frames;

namespace PSDicom.Pipeline;

/// <summary>
/// Accepts ranges in a list of frames, <c>10..20</c> or <c>10-20</c>: PowerShell itself reads <c>-Frame 1, 10..20</c> as a number and a
/// text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FrameRangesAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = ['-', ','];

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

    // A single number is left to PowerShell, which has its own message for invalid ones.
    private static IEnumerable<object?> Expand(object? item)
    {
        if (item is not string text || (text.IndexOf("..", StringComparison.Ordinal) < 0 && text.IndexOfAny(Separators, Math.Min(1, text.Length)) < 0))
            return [item];
        return FrameNumbers.TryParse(text)?.Cast<object?>()
            ?? throw new ArgumentTransformationMetadataException(
                $"'{text}' is not a list of frame numbers from 1. Write a range as 10..20 or 10-20.");
    }

    private static object? Unwrap(object? item) => item is PSObject wrapped ? wrapped.BaseObject : item;
}
