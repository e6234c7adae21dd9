using System.Diagnostics;

namespace System;

/// <summary>The arguments of a program, which .NET Framework takes as one text.</summary>
internal readonly struct ArgumentList(ProcessStartInfo start)
{
    public void Add(string argument) => start.Arguments += $" \"{argument.Replace("\"", "\\\"")}\"";
}

internal static class ArgumentListExtension
{
    extension(ProcessStartInfo start)
    {
        public ArgumentList ArgumentList => new(start);
    }
}
