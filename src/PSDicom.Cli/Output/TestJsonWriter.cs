using System;
using System.Collections.Generic;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes each finding, or each file, as a JSON object on its own line.</summary>
internal sealed class TestJsonWriter : ITestWriter
{
    public ReadOnlyMemory<byte> Write(string path, IEnumerable<DicomFinding> findings)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        foreach (DicomFinding finding in findings)
        {
            lines.StartLine();
            json.WriteString("path"u8, path);
            json.WriteString("severity"u8, finding.Severity.ToString());
            json.WriteString("id"u8, finding.Id);
            json.WriteString("tagPath"u8, finding.TagPath);
            if (finding.Offset is { } offset) json.WriteNumber("offset"u8, offset);
            else json.WriteNull("offset"u8);
            json.WriteString("message"u8, finding.Message);
            json.WriteString("value"u8, finding.Value);
            lines.EndLine();
        }

        return lines.Bytes;
    }

    public ReadOnlyMemory<byte> Write(string path, DicomTestResult result)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteBoolean("isValid"u8, result.IsValid);
        json.WriteNumber("errors"u8, result.Errors);
        json.WriteNumber("warnings"u8, result.Warnings);
        json.WriteNumber("information"u8, result.Information);
        json.WriteStartArray("ids"u8);
        foreach (string id in result.Ids) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteString("transferSyntax"u8, result.TransferSyntax?.Name);
        json.WriteString("transferSyntaxUID"u8, result.TransferSyntax?.UID);
        json.WriteString("sopClass"u8, result.SOPClass?.ToString());
        json.WriteNumber("length"u8, result.Length);
        lines.EndLine();
        return lines.Bytes;
    }
}
