using System;
using System.Diagnostics;

namespace PSDicom.Adapters;

/// <summary>
/// Who asks an adapter for a value. PowerShell gives adapters no attribute or setting for what only some commands are to be given, so that it
/// has to be looked up, which is done for the few values that need it.
/// </summary>
internal static class Asker
{
    // Whoever asks for the properties of an object is some frames up; what called that does not matter.
    private const int Near = 24;

    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format";

    /// <summary>Whether ConvertTo-Json does: its class in PowerShell 7, or that in Windows PowerShell 5.1.</summary>
    public static bool IsJson() => Is(type => type.FullName is "Microsoft.PowerShell.Commands.JsonObject" or "Microsoft.PowerShell.Commands.ConvertToJsonCommand");

    /// <summary>Whether a view, Format-List, Format-Table or their like does, to show it.</summary>
    public static bool IsView() => Is(type => type.Namespace == FormatNamespace);

    private static bool Is(Predicate<Type> isAsker)
    {
        var stack = new StackTrace(fNeedFileInfo: false);
        for (int i = 0; i < Math.Min(Near, stack.FrameCount); i++)
        {
            if (stack.GetFrame(i)?.GetMethod()?.DeclaringType is { } type && isAsker(type)) return true;
        }

        return false;
    }
}
