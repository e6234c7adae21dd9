using System.Globalization;
using System.Text;
using System;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>
/// Writes one line per file for people. The columns fit usual values, because each file is written before the next is read.
/// </summary>
internal sealed class FrameTableWriter : IFrameWriter
{
    public ReadOnlyMemory<byte> Heading { get; } =
        Line("Frames", "Found", "Rows", "Columns", "Bits", "Photometric", "Modality", "Transfer syntax", "Path");

    public ReadOnlyMemory<byte> Write(string path, DicomFrameCount count) => Line(
        Number(count.FrameCount),
        count.Source.ToString(),
        Number(count.Rows),
        Number(count.Columns),
        Number(count.BitsStored),
        count.PhotometricInterpretation,
        count.Modality,
        count.TransferSyntax?.Name,
        path);

    private static byte[] Line(
        string frames,
        string source,
        string rows,
        string columns,
        string bits,
        string? photometricInterpretation,
        string? modality,
        string? transferSyntax,
        string path)
    {
        var line = new StringBuilder(160);
        line.Append(frames.PadLeft(6)).Append("  ").Append(Text(source, 8)).Append("  ");
        line.Append(rows.PadLeft(5)).Append("  ").Append(columns.PadLeft(7)).Append("  ").Append(bits.PadLeft(4)).Append("  ");
        line.Append(Text(photometricInterpretation, 15)).Append("  ").Append(Text(modality, 8)).Append("  ");
        line.Append(Text(transferSyntax, 26)).Append("  ").Append(PlainText.Of(path)).Append('\n');
        return Encoding.UTF8.GetBytes(line.ToString());
    }

    private static string Text(string? text, int columns) =>
        PlainText.Pad(PlainText.Cut(PlainText.OfValue(text ?? string.Empty), columns), columns);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
