using System;
using System.Text.Json;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Cli.Output;

/// <summary>Writes each changed file as a JSON object on its own line, with its changes.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ChangeJsonWriter(Func<string, string> shown) : ITargetWriter<RewriteTarget, DicomChange>
{
    public ReadOnlyMemory<byte> Write(string source, DicomChange result)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, shown(result.FullName));
        json.WriteString("source"u8, source);
        json.WriteBoolean("changed"u8, result.IsChanged);
        json.WriteNumber("length"u8, result.Length);
        json.WriteString("backup"u8, result.BackupName);
        ElementChangesJson.Write(json, result.Changes);
        lines.EndLine();
        return lines.Bytes;
    }

    public ReadOnlyMemory<byte> WritePlan(string source, RewriteTarget target)
    {
        using var lines = new JsonLines();
        lines.StartLine();
        lines.Writer.WriteString("path"u8, shown(target.Path));
        lines.Writer.WriteString("source"u8, source);
        lines.EndLine();
        return lines.Bytes;
    }
}
