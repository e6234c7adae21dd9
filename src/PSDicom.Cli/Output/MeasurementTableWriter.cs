using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes a table with one line per measurement. Column widths suit usual values: each line is written before the next frame is measured.</summary>
/// <param name="percentiles">The measured percentiles.</param>
internal sealed class MeasurementTableWriter(IReadOnlyList<double> percentiles) : IFrameLineWriter<FrameMeasurement>
{
    private const int NumberColumns = 10;

    public ReadOnlyMemory<byte> Heading { get; } = Line(
        "Frame", "Count", ["Minimum", "Maximum", "Mean", "Deviation", .. percentiles.Select(percent => new ValuePercentile(percent, 0).Name)], "Unit", "Path");

    public ReadOnlyMemory<byte> Write(string path, FrameMeasurement frame) => Line(
        frame.Frame?.ToString(CultureInfo.InvariantCulture) ?? "x" + frame.FrameCount.ToString(CultureInfo.InvariantCulture),
        frame.Count.ToString(CultureInfo.InvariantCulture),
        [
            Number(frame.Minimum), Number(frame.Maximum), Number(frame.Mean), Number(frame.StandardDeviation),
            .. frame.GetPercentiles().Select(percentile => Number(percentile.Value)),
        ],
        frame.Unit ?? string.Empty,
        path);

    public IReadOnlyList<DicomWarning> WarningsOf(FrameMeasurement frame) => frame.Warnings;

    private static byte[] Line(string frame, string count, IReadOnlyList<string> numbers, string unit, string path)
    {
        var line = new StringBuilder(160);
        line.Append(frame.PadLeft(6)).Append("  ").Append(count.PadLeft(NumberColumns));
        foreach (string number in numbers) line.Append("  ").Append(number.PadLeft(NumberColumns));
        line.Append("  ").Append(PlainText.Pad(PlainText.Cut(PlainText.OfValue(unit), 6), 6)).Append("  ").Append(PlainText.Of(path)).Append('\n');
        return Encoding.UTF8.GetBytes(line.ToString());
    }

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
