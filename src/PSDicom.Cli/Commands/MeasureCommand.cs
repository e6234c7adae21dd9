using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Frames.Measuring;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom measure</c>: statistics of the values of frames.</summary>
internal static class MeasureCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command(
            "measure", "Writes count, range, mean and standard deviation of the values of each frame, such as Hounsfield units. Padding is left out.");
        Option<IReadOnlyList<int>?> frames = Numbers.Frames("The frames to measure");
        var percentiles = new Option<double[]?>("--percentile")
        {
            Description = "The percentiles to compute, from 0 to 100, separated by commas, such as 1,50,99.",
            HelpName = "NUMBERS",
            CustomParser = ParsePercentiles,
        };
        var histogram = new Option<bool>("--histogram") { Description = "With --json: add the number of occurrences of each value." };
        var stored = new Option<bool>("--stored") { Description = "Measure the stored values instead of the rescaled ones." };
        var region = new Option<string?>("--region")
        {
            Description = "The rectangle to measure: first column and first row, counted from 0 at the top left, width and height in pixels, such as 100,120,20,20.",
            HelpName = "X,Y,WIDTH,HEIGHT",
        };
        var total = new Option<bool>("--total") { Description = "Measure all frames of a file together." };
        foreach (Option option in new Option[] { frames, percentiles, histogram, stored, region, total }) command.Options.Add(option);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            if (call.GetValue(histogram) && !files.IsJson(call)) call.AddError("--histogram is for --json only: a table has no column for it.");
        });

        command.SetAction(call =>
        {
            bool isTotal = call.GetValue(total);
            int throttleLimit = files.ThrottleLimit(call);
            var options = new FrameMeasureOptions
            {
                Percentiles = call.GetValue(percentiles)?.Distinct().ToArray() ?? [],
                Histogram = call.GetValue(histogram),
                Stored = call.GetValue(stored),
                Region = call.GetValue(region) is { } text ? FrameRegion.Parse(text) : null,
                Total = isTotal,
                Frames = call.GetValue(frames),
                ThrottleLimit = throttleLimit,
            };
            options.Validate();
            using var output = new StandardOutput();
            IFrameLineWriter<FrameMeasurement> writer = files.IsJson(call) ? new MeasurementJsonWriter() : new MeasurementTableWriter(options.Percentiles);
            var runner = new FrameRunner<FrameMeasurement>(
                (path, stop) => MeasuredFrames.Open(path, options, stop), writer, output, files.Messages(call, output))
            {
                Frames = isTotal ? null : options.Frames,
            };
            return runner.Run(files.Files(call), throttleLimit, cancellation);
        });
        return command;
    }

    private static double[]? ParsePercentiles(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        var percentiles = new List<double>();
        foreach (string part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent))
            {
                result.AddError($"--percentile is a list of numbers from 0 to 100, such as 1,50,99, not '{text}'.");
                return null;
            }

            percentiles.Add(percent);
        }

        return [.. percentiles];
    }
}
