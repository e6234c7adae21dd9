using System;
using System.Diagnostics;

namespace PSDicom.Adapters;

/// <summary>
/// Finds which command asks an adapter for a value. PowerShell does not pass that to adapters, so the call stack is searched, for the few
/// values that need it.
/// </summary>
internal static class Asker
{
    // The caller that asks for the properties is a few frames up; its own callers do not matter.
    private const int MaxFrames = 24;

    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format";

    /// <summary>Whether ConvertTo-Json asks: its class in PowerShell 7, or that in Windows PowerShell 5.1.</summary>
    public static bool IsJson() => Is(type => type.FullName is "Microsoft.PowerShell.Commands.JsonObject" or "Microsoft.PowerShell.Commands.ConvertToJsonCommand");

    /// <summary>Whether a view, Format-List, Format-Table or similar asks, to show the value.</summary>
    public static bool IsView() => Is(type => type.Namespace == FormatNamespace);

    private static bool Is(Predicate<Type> isAsker)
    {
        var stack = new StackTrace(fNeedFileInfo: false);
        for (int i = 0; i < Math.Min(MaxFrames, stack.FrameCount); i++)
        {
            if (stack.GetFrame(i)?.GetMethod()?.DeclaringType is { } type && isAsker(type)) return true;
        }

        return false;
    }
}
