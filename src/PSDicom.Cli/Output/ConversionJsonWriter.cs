using System;
using System.Text.Json;
using PSDicom.Operations.Conversion;

namespace PSDicom.Cli.Output;

/// <summary>Writes each converted file as a JSON object on its own line.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class ConversionJsonWriter(Func<string, string> shown) : TargetJsonWriter<ConversionTarget, DicomConversion>(shown)
{
    protected override string PathOf(DicomConversion result) => result.FullName;

    protected override void WriteProperties(Utf8JsonWriter json, DicomConversion result)
    {
        json.WriteBoolean("changed"u8, result.IsChanged);
        json.WriteString("sourceTransferSyntax"u8, result.SourceTransferSyntax.UID);
        json.WriteString("transferSyntax"u8, result.TransferSyntax.UID);
        json.WriteBoolean("lossy"u8, result.IsLossy);
        json.WriteNumber("frames"u8, result.FrameCount);
        json.WriteNumber("sourceLength"u8, result.SourceLength);
        json.WriteNumber("length"u8, result.Length);
        json.WriteNumber("ratio"u8, result.Ratio);
        json.WriteNumber("seconds"u8, Math.Round(result.Duration.TotalSeconds, 4));
        json.WriteString("backup"u8, result.BackupName);
    }
}
