using System;
using System.Text.Json;
using PSDicom.Operations.Copy;

namespace PSDicom.Cli.Output;

/// <summary>Writes each file as a JSON object on its own line.</summary>
/// <param name="shown">The shown form of a path.</param>
internal sealed class CopyJsonWriter(Func<string, string> shown) : TargetJsonWriter<FileCopyTarget, DicomFileCopy>(shown)
{
    protected override string PathOf(DicomFileCopy result) => result.FullName;

    protected override void WriteProperties(Utf8JsonWriter json, DicomFileCopy result)
    {
        json.WriteString("status"u8, result.Status.ToString());
        json.WriteNumber("length"u8, result.Length);
    }
}
