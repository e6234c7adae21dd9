using System;
using System.Collections.Generic;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes one JSON object per line for each measurement.</summary>
internal sealed class MeasurementJsonWriter : IFrameLineWriter<FrameMeasurement>
{
    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Write(string path, FrameMeasurement frame)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        if (frame.Frame is { } number) json.WriteNumber("frame"u8, number);
        else json.WriteNull("frame"u8);
        json.WriteNumber("frameCount"u8, frame.FrameCount);
        json.WriteNumber("count"u8, frame.Count);
        json.WriteNumber("excludedCount"u8, frame.ExcludedCount);
        lines.WriteNumber("minimum"u8, frame.Minimum);
        lines.WriteNumber("maximum"u8, frame.Maximum);
        lines.WriteNumber("mean"u8, frame.Mean);
        lines.WriteNumber("standardDeviation"u8, frame.StandardDeviation);
        json.WriteString("unit"u8, frame.Unit);
        json.WriteString("region"u8, frame.Region?.ToString());
        if (frame.GetPercentiles().Count > 0)
        {
            json.WriteStartObject("percentiles"u8);
            foreach (ValuePercentile percentile in frame.GetPercentiles()) lines.WriteNumber(System.Text.Encoding.UTF8.GetBytes(percentile.Name), percentile.Value);
            json.WriteEndObject();
        }

        if (frame.GetHistogram() is { } histogram)
        {
            json.WriteStartArray("histogram"u8);
            foreach (ValueCount value in histogram)
            {
                json.WriteStartObject();
                lines.WriteNumber("value"u8, value.Value);
                json.WriteNumber("count"u8, value.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        lines.EndLine();
        return lines.Bytes;
    }

    public IReadOnlyList<DicomWarning> WarningsOf(FrameMeasurement frame) => frame.Warnings;
}
