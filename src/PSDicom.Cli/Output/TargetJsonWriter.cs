using System;
using System.Text.Json;
using PSDicom.Operations.Targets;

namespace PSDicom.Cli.Output;

/// <summary>Writes each file as a JSON object on its own line: its path, its source, and what a written file has besides.</summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
/// <param name="shown">The shown form of a path.</param>
internal abstract class TargetJsonWriter<TTarget, TResult>(Func<string, string> shown) : ITargetWriter<TTarget, TResult>
    where TTarget : WriteTarget
    where TResult : class
{
    public ReadOnlyMemory<byte> Write(string source, TResult result) => WriteLine(PathOf(result), source, result);

    public ReadOnlyMemory<byte> WritePlan(string source, TTarget target) => WriteLine(target.Path, source, null);

    /// <summary>The path of a written file.</summary>
    protected abstract string PathOf(TResult result);

    /// <summary>Writes the other properties of a written file.</summary>
    protected abstract void WriteProperties(Utf8JsonWriter json, TResult result);

    private ReadOnlyMemory<byte> WriteLine(string path, string source, TResult? result)
    {
        using var lines = new JsonLines();
        lines.StartLine();
        lines.Writer.WriteString("path"u8, shown(path));
        lines.Writer.WriteString("source"u8, source);
        if (result is not null) WriteProperties(lines.Writer, result);
        lines.EndLine();
        return lines.Bytes;
    }
}
