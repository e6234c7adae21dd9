using System;
using System.Text;
using System.Text.Json;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes what of the identity of sources a file has: as a line for each value that was found, or as one JSON object.</summary>
internal static class IdentityWriter
{
    public static ReadOnlyMemory<byte> WriteText(string path, IdentityTestResult result)
    {
        var text = new StringBuilder();
        foreach (FoundIdentity found in result.Found) text.Append(PlainText.Of(path)).Append(": ").Append(PlainText.OfValue(found.ToString())).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static ReadOnlyMemory<byte> WriteJson(string path, IdentityTestResult result)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteString("reference"u8, result.Reference);
        json.WriteBoolean("clean"u8, result.Clean);
        json.WriteStartArray("found"u8);
        foreach (FoundIdentity found in result.Found) Write(json, found);
        json.WriteEndArray();
        lines.EndLine();
        return lines.Bytes;
    }

    private static void Write(Utf8JsonWriter json, FoundIdentity found)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, found.Kind.ToString());
        json.WriteString("referenceTag"u8, found.ReferenceTag);
        json.WriteString("reference"u8, found.Reference);
        json.WriteString("place"u8, found.Place.ToString());
        json.WriteString("tagPath"u8, found.TagPath);
        if (found.Offset is { } offset) json.WriteNumber("offset"u8, offset);
        else json.WriteNull("offset"u8);
        json.WriteString("encoding"u8, found.Encoding);
        json.WriteEndObject();
    }
}
