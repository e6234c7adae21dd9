using System.Collections.Generic;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes the changes of the elements of a file as a JSON array.</summary>
internal static class ElementChangesJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DicomElementChange> changes)
    {
        json.WriteStartArray("changes"u8);
        foreach (DicomElementChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("tagPath"u8, change.TagPath);
            json.WriteString("action"u8, change.Action.ToString());
            json.WriteString("oldValue"u8, change.OldValue);
            json.WriteString("newValue"u8, change.NewValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
