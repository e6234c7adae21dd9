using System;
using System.Text.Json;
using PSDicom.Operations.Protection;

namespace PSDicom.Cli.Output;

/// <summary>Writes each copy as a JSON object on its own line, with what happened to its elements.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ProtectionJsonWriter(Func<string, string> shown) : TargetJsonWriter<ProtectionTarget, ProtectedFile>(shown)
{
    protected override string PathOf(ProtectedFile result) => result.FullName;

    protected override void WriteProperties(Utf8JsonWriter json, ProtectedFile result)
    {
        json.WriteString("patientID"u8, result.PatientID);
        json.WriteString("sopInstanceUID"u8, result.SOPInstanceUID);
        json.WriteNumber("removed"u8, result.Removed);
        json.WriteNumber("emptied"u8, result.Emptied);
        json.WriteNumber("replaced"u8, result.Replaced);
        json.WriteNumber("newUids"u8, result.NewUids);
        json.WriteNumber("movedDates"u8, result.MovedDates);
        json.WriteNumber("cleaned"u8, result.Cleaned);
        json.WriteNumber("kept"u8, result.Kept);
        json.WriteStartArray("unlistedText"u8);
        foreach (string name in result.UnlistedText) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteBoolean("unlistedTextKept"u8, result.IsUnlistedTextKept);
        json.WriteBoolean("reproducible"u8, result.IsReproducible);
        json.WriteNumber("length"u8, result.Length);
    }
}
