using System;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes the hash of each frame as a JSON object on its own line.</summary>
internal sealed class FrameHashJsonWriter : IFrameHashWriter
{
    public ReadOnlyMemory<byte> Write(string path, DicomFrameHash hash)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteNumber("frame"u8, hash.Frame);
        json.WriteString("sha256"u8, hash.Sha256);
        json.WriteNumber("length"u8, hash.Length);
        json.WriteString("photometricInterpretation"u8, hash.PhotometricInterpretation);
        WriteNumber(json, "minimum"u8, hash.Minimum);
        WriteNumber(json, "maximum"u8, hash.Maximum);
        lines.EndLine();
        return lines.Bytes;
    }

    // JSON has no NaN.
    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double number)
    {
        if (double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
