using System;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes the hash of each frame as a JSON object on a line of its own.</summary>
internal sealed class FrameHashJsonWriter : IFrameHashWriter
{
    private readonly JsonLines _lines = new();

    public ReadOnlyMemory<byte> Bytes => _lines.Bytes;

    public void Write(string path, DicomFrameHash hash)
    {
        Utf8JsonWriter json = _lines.Writer;
        _lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteNumber("frame"u8, hash.Frame);
        json.WriteString("sha256"u8, hash.Sha256);
        json.WriteNumber("length"u8, hash.Length);
        json.WriteString("photometricInterpretation"u8, hash.PhotometricInterpretation);
        WriteNumber(json, "minimum"u8, hash.Minimum);
        WriteNumber(json, "maximum"u8, hash.Maximum);
        _lines.EndLine();
    }

    public void Dispose() => _lines.Dispose();

    // JSON has no word for what is not a number.
    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double number)
    {
        if (double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
