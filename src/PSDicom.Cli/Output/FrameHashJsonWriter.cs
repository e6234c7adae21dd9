using System;
using System.Collections.Generic;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes the hash of each frame as a JSON object on its own line.</summary>
internal sealed class FrameHashJsonWriter : IFrameLineWriter<DicomFrameHash>
{
    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Write(string path, DicomFrameHash frame)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteNumber("frame"u8, frame.Frame);
        json.WriteString("sha256"u8, frame.Sha256);
        json.WriteNumber("length"u8, frame.Length);
        json.WriteString("photometricInterpretation"u8, frame.PhotometricInterpretation);
        lines.WriteNumber("minimum"u8, frame.Minimum);
        lines.WriteNumber("maximum"u8, frame.Maximum);
        lines.EndLine();
        return lines.Bytes;
    }

    public IReadOnlyList<DicomWarning> WarningsOf(DicomFrameHash frame) => frame.Warnings;
}
