using System;
using System.Text.Json;

namespace PSDicom.Cli.Output;

/// <summary>Writes the number of frames of each file as a JSON object on its own line.</summary>
internal sealed class FrameJsonWriter : IFrameWriter
{
    public ReadOnlyMemory<byte> Heading => default;

    public ReadOnlyMemory<byte> Write(string path, DicomFrameCount count)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteNumber("frameCount"u8, count.FrameCount);
        json.WriteString("source"u8, count.Source.ToString());
        WriteNumber(json, "numberOfFrames"u8, count.NumberOfFrames);
        WriteNumber(json, "rows"u8, count.Rows);
        WriteNumber(json, "columns"u8, count.Columns);
        WriteNumber(json, "samplesPerPixel"u8, count.SamplesPerPixel);
        WriteNumber(json, "bitsAllocated"u8, count.BitsAllocated);
        WriteNumber(json, "bitsStored"u8, count.BitsStored);
        json.WriteString("photometricInterpretation"u8, count.PhotometricInterpretation);
        json.WriteString("transferSyntax"u8, count.TransferSyntax?.Name);
        json.WriteString("transferSyntaxUID"u8, count.TransferSyntaxUID);
        json.WriteString("modality"u8, count.Modality);
        json.WriteString("warning"u8, count.Warning);
        lines.EndLine();
        return lines.Bytes;
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
