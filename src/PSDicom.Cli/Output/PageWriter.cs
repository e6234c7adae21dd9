using System;
using System.Text;
using System.Text.Json;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes a page as its path, or as a JSON object, on one line.</summary>
internal sealed class PageWriter(ShownPath shown, bool isJson)
{
    /// <summary>A written page.</summary>
    public ReadOnlyMemory<byte> Write(ExportedPage page) => Line(page.FullName, json =>
    {
        json.WriteString("content"u8, page.Content.ToString());
        json.WriteNumber("seriesCount"u8, page.SeriesCount);
        json.WriteNumber("fileCount"u8, page.FileCount);
        json.WriteNumber("frameCount"u8, page.FrameCount);
        json.WriteNumber("missingFrameCount"u8, page.MissingFrameCount);
        json.WriteNumber("length"u8, page.Length);
    });

    /// <summary>A page of a dry run.</summary>
    public ReadOnlyMemory<byte> WritePlan(string path, PageContent content, int fileCount, int frameCount) => Line(path, json =>
    {
        json.WriteString("content"u8, content.ToString());
        json.WriteNumber("fileCount"u8, fileCount);
        json.WriteNumber("frameCount"u8, frameCount);
    });

    private ReadOnlyMemory<byte> Line(string path, Action<Utf8JsonWriter> write)
    {
        if (!isJson) return Encoding.UTF8.GetBytes(PlainText.Of(shown.Of(path)) + "\n");
        using var lines = new JsonLines();
        lines.StartLine();
        lines.Writer.WriteString("path"u8, shown.Of(path));
        write(lines.Writer);
        lines.EndLine();
        return lines.Bytes;
    }
}
