using System;
using System.Text.Json;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Cli.Output;

/// <summary>Writes each changed file as a JSON object on its own line, with its changes.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ChangeJsonWriter(Func<string, string> shown) : TargetJsonWriter<RewriteTarget, DicomChange>(shown)
{
    protected override string PathOf(DicomChange result) => result.FullName;

    protected override void WriteProperties(Utf8JsonWriter json, DicomChange result)
    {
        json.WriteBoolean("changed"u8, result.IsChanged);
        json.WriteNumber("length"u8, result.Length);
        json.WriteString("backup"u8, result.BackupName);
        json.WriteStartArray("changes"u8);
        foreach (DicomElementChange change in result.Changes)
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
