using System;
using System.Text.Json;
using PSDicom.Operations.Export;

namespace PSDicom.Cli.Output;

/// <summary>Writes each picture as a JSON object on its own line.</summary>
internal sealed class ExportJsonWriter(ShownPath shown) : ITargetWriter<PictureTarget, ExportedFrame>
{
    public ReadOnlyMemory<byte> Write(string source, ExportedFrame picture)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        WriteStart(json, shown.Of(picture.FullName), picture.Source is null ? null : source, picture.Frame);
        json.WriteNumber("frameCount"u8, picture.FrameCount);
        json.WriteNumber("width"u8, picture.Width);
        json.WriteNumber("height"u8, picture.Height);
        json.WriteString("format"u8, picture.Format.ToString());
        json.WriteNumber("bitDepth"u8, picture.BitDepth);
        WriteNumber(json, "windowCenter"u8, picture.WindowCenter);
        WriteNumber(json, "windowWidth"u8, picture.WindowWidth);
        json.WriteNumber("length"u8, picture.Length);
        lines.EndLine();
        return lines.Bytes;
    }

    public ReadOnlyMemory<byte> WritePlan(string source, PictureTarget target)
    {
        using var lines = new JsonLines();
        lines.StartLine();
        WriteStart(lines.Writer, shown.Of(target.Path), source, target.Frame);
        lines.EndLine();
        return lines.Bytes;
    }

    private static void WriteStart(Utf8JsonWriter json, string path, string? source, int? frame)
    {
        json.WriteString("path"u8, path);
        json.WriteString("source"u8, source);
        WriteNumber(json, "frame"u8, frame);
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? number)
    {
        if (number is { } value && double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
