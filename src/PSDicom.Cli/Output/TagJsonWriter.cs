using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;

namespace PSDicom.Cli.Output;

/// <summary>Writes each element of a file as a JSON object on its own line.</summary>
internal sealed class TagJsonWriter : ITagWriter
{
    public IEnumerable<ReadOnlyMemory<byte>> Write(string path, IEnumerable<DicomTagValue> rows, CancellationToken cancellation)
    {
        using var lines = new JsonLines();
        foreach (DicomTagValue row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            lines.StartLine();
            Write(lines.Writer, path, row, cancellation);
            lines.EndLine();
            if (!lines.IsFull) continue;
            yield return lines.Bytes;
            lines.Clear();
        }

        yield return lines.Bytes;
    }

    private static void Write(Utf8JsonWriter json, string path, DicomTagValue row, CancellationToken cancellation)
    {
        json.WriteString("path"u8, path);
        json.WriteString("tagPath"u8, row.TagPath);
        json.WriteString("tag"u8, row.Tag.ToString());
        json.WriteString("vr"u8, row.VR);
        json.WriteNumber("vm"u8, row.VM);
        json.WriteString("keyword"u8, row.Keyword);
        json.WriteString("name"u8, row.Name);
        json.WritePropertyName("value"u8);
        if (row.GetElement() is { } element)
        {
            JsonValue.Write(json, element, cancellation);
            json.WriteString("rawValue"u8, element.RawValue);
            json.WriteNumber("length"u8, element.Length);
            json.WriteNumber("offset"u8, element.Offset);
            return;
        }

        json.WriteNullValue();
        json.WriteNull("rawValue"u8);
        json.WriteNull("length"u8);
        json.WriteNull("offset"u8);
        json.WriteBoolean("exists"u8, false);
    }
}
