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
        WriteArray(json, "unlistedText"u8, result.UnlistedText);
        json.WriteBoolean("unlistedTextKept"u8, result.IsUnlistedTextKept);
        json.WriteBoolean("reproducible"u8, result.IsReproducible);
        WriteArray(json, "blackedBoxes"u8, result.BlackedBoxes);
        WriteArray(json, "blackedBy"u8, result.BlackedBy);
        json.WriteString("transferSyntax"u8, result.TransferSyntax.UID);
        json.WriteNumber("length"u8, result.Length);
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteArray(Utf8JsonWriter json, ReadOnlySpan<byte> name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
