using System;
using System.Text.Json;
using PSDicom.Operations.Copy;

namespace PSDicom.Cli.Output;

/// <summary>Writes each file as a JSON object on its own line.</summary>
internal sealed class CopyJsonWriter(ShownPath shown) : ITargetWriter<FileCopyTarget, DicomFileCopy>
{
    public ReadOnlyMemory<byte> Write(string source, DicomFileCopy result)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        WriteStart(json, shown.Of(result.FullName), source);
        json.WriteString("status"u8, result.Status.ToString());
        json.WriteNumber("length"u8, result.Length);
        ElementChangesJson.Write(json, result.Changes);
        lines.EndLine();
        return lines.Bytes;
    }

    public ReadOnlyMemory<byte> WritePlan(string source, FileCopyTarget target)
    {
        using var lines = new JsonLines();
        lines.StartLine();
        WriteStart(lines.Writer, shown.Of(target.Path), source);
        lines.EndLine();
        return lines.Bytes;
    }

    private static void WriteStart(Utf8JsonWriter json, string path, string source)
    {
        json.WriteString("path"u8, path);
        json.WriteString("source"u8, source);
    }
}
