using System;
using System.Globalization;
using System.Linq;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes a table with one line per series or stack.</summary>
/// <param name="byStack">Whether stacks are written instead of series.</param>
internal sealed class SeriesTableWriter(bool byStack) : ISeriesWriter
{
    public ReadOnlyMemory<byte> Heading { get; } = byStack
        ? Encoding.UTF8.GetBytes(StackLine("Series", "Stack", "Size", "Spacing", "Orientation", "Frames", "Split by", "Problem"))
        : Encoding.UTF8.GetBytes(SeriesLine("Modality", "Series", "Files", "Frames", "Size", "Description", "Problem"));

    public ReadOnlyMemory<byte> Write(DicomSeries series) =>
        Encoding.UTF8.GetBytes(byStack ? string.Concat(series.Stacks.Select(LineOf)) : LineOf(series));

    private static string LineOf(DicomSeries series) => SeriesLine(
        series.Modality, Number(series.SeriesNumber), Number(series.FileCount), Number(series.FrameCount), series.Size, series.SeriesDescription, Problem(series.Problem));

    private static string LineOf(DicomStack stack) => StackLine(
        Number(stack.SeriesNumber),
        Number(stack.StackIndex),
        stack.Size,
        string.Join("x", (stack.Spacing ?? []).Select(length => length.ToString("0.###", CultureInfo.InvariantCulture))),
        stack.Orientation == SliceOrientation.None ? string.Empty : stack.Orientation.ToString(),
        Number(stack.FrameCount),
        stack.SplitBy,
        Problem(stack.Problem));

    private static string SeriesLine(string? modality, string number, string files, string frames, string size, string? description, string problem) => Line(
        Text(modality, 8), number.PadLeft(6), files.PadLeft(6), frames.PadLeft(6), Text(size, 18), Text(description, 28), problem);

    private static string StackLine(
        string series, string stack, string size, string spacing, string orientation, string frames, string? splitBy, string problem) => Line(
        series.PadLeft(6), stack.PadLeft(5), Text(size, 18), Text(spacing, 18), Text(orientation, 11), frames.PadLeft(6), Text(splitBy, 24), problem);

    private static string Line(params string[] cells) => string.Join("  ", cells).TrimEnd() + "\n";

    private static string Text(string? text, int columns) => PlainText.Pad(PlainText.Cut(PlainText.OfValue(text ?? string.Empty), columns), columns);

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Problem(SeriesProblem problem) => problem == SeriesProblem.None ? string.Empty : problem.ToString();
}
