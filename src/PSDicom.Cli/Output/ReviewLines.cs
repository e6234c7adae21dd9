using System;
using System.Text;
using System.Text.Json;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes each reviewed image on a line of its own.</summary>
internal static class ReviewLines
{
    /// <summary>A line for people: first the path, as compilers do.</summary>
    public static ReadOnlyMemory<byte> Text(string path, ReviewedImage image)
    {
        var text = new StringBuilder(PlainText.Of(path)).Append(": ").Append(image.Result.ToString().ToLowerInvariant());
        if (image.ErrorId is not null) text.Append(" (").Append(image.ErrorId).Append(')');
        if (image.Risk is not null) text.Append(": ").Append(PlainText.OfValue(image.Risk));
        if (image.BlackedBy.Length > 0) text.Append("; black by ").Append(PlainText.OfValue(string.Join(", ", image.BlackedBy))).Append(": ").Append(string.Join(" ", image.BlackedBoxes));
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>A JSON object.</summary>
    public static ReadOnlyMemory<byte> Json(string path, ReviewedImage image)
    {
        using var lines = new JsonLines();
        Utf8JsonWriter json = lines.Writer;
        lines.StartLine();
        json.WriteString("path"u8, path);
        json.WriteString("modality"u8, image.Modality);
        json.WriteNumber("frameCount"u8, image.FrameCount);
        json.WriteString("risk"u8, image.Risk);
        json.WriteString("result"u8, image.Result.ToString());
        ProtectionJsonWriter.WriteArray(json, "blackedBoxes"u8, image.BlackedBoxes);
        ProtectionJsonWriter.WriteArray(json, "blackedBy"u8, image.BlackedBy);
        json.WriteString("errorId"u8, image.ErrorId);
        json.WriteString("message"u8, image.Message);
        lines.EndLine();
        return lines.Bytes;
    }
}
