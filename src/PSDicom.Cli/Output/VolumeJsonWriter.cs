using System;
using System.Text.Json;
using PSDicom.Operations.Volumes;

namespace PSDicom.Cli.Output;

/// <summary>Writes one JSON object per line for each volume.</summary>
internal sealed class VolumeJsonWriter(ShownPath shown) : ITargetWriter<VolumeTarget, ExportedVolume>
{
    public ReadOnlyMemory<byte> Write(string source, ExportedVolume result)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        WriteStart(json, shown.Of(result.FullName), result.Sidecar is { } sidecar ? shown.Of(sidecar) : null, source);
        json.WriteString("seriesInstanceUID"u8, result.SeriesInstanceUID);
        if (result.SeriesNumber is { } number) json.WriteNumber("seriesNumber"u8, number);
        else json.WriteNull("seriesNumber"u8);
        json.WriteString("seriesDescription"u8, result.SeriesDescription);
        json.WriteNumber("stackIndex"u8, result.StackIndex);
        json.WriteString("splitBy"u8, result.SplitBy);
        json.WriteString("format"u8, result.Format.ToString());
        json.WriteNumber("columns"u8, result.Columns);
        json.WriteNumber("rows"u8, result.Rows);
        json.WriteNumber("slices"u8, result.Slices);
        json.WriteNumber("volumes"u8, result.Volumes);
        json.WriteStartArray("spacing"u8);
        foreach (double spacing in result.Spacing) json.WriteNumberValue(spacing);
        json.WriteEndArray();
        if (result.TimeStep is { } step) json.WriteNumber("timeStep"u8, step);
        else json.WriteNull("timeStep"u8);
        json.WriteString("dataType"u8, result.DataType);
        json.WriteNumber("samplesPerPixel"u8, result.SamplesPerPixel);
        json.WriteNumber("slope"u8, result.Slope);
        json.WriteNumber("intercept"u8, result.Intercept);
        json.WriteString("unit"u8, result.Unit);
        json.WriteNumber("fileCount"u8, result.FileCount);
        json.WriteNumber("filledSlices"u8, result.FilledSlices);
        json.WriteString("problem"u8, result.Problem.ToString());
        json.WriteNumber("length"u8, result.Length);
        lines.EndLine();
        return lines.Bytes;
    }

    public ReadOnlyMemory<byte> WritePlan(string source, VolumeTarget target)
    {
        using var lines = new JsonLines();
        lines.StartLine();
        WriteStart(lines.Writer, shown.Of(target.Path), target.SidecarPath is { } sidecar ? shown.Of(sidecar) : null, source);
        lines.EndLine();
        return lines.Bytes;
    }

    private static void WriteStart(Utf8JsonWriter json, string path, string? sidecar, string source)
    {
        json.WriteString("path"u8, path);
        json.WriteString("sidecar"u8, sidecar);
        json.WriteString("source"u8, source);
    }
}
