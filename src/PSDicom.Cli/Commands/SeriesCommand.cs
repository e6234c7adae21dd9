using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations.Series;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom series</c>: sorts files into series, and their images into stacks by position.</summary>
internal static class SeriesCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command(
            "series", "Sorts files into series, and their images into volumes by position in the patient. Output starts when all files have been read.");
        var byStack = new Option<bool>("--by-stack") { Description = "List stacks instead of series, with size, spacing and orientation." };
        Option<double?> tolerance = Numbers.Real("--tolerance", "The largest distance in mm between slice positions that count as one position.", least: 0);
        command.Options.Add(byStack);
        command.Options.Add(tolerance);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            using var output = new StandardOutput();
            ISeriesWriter writer = files.IsJson(call) ? new SeriesJsonWriter(call.GetValue(byStack)) : new SeriesTableWriter(call.GetValue(byStack));
            var runner = new SeriesRunner(writer, output, files.Messages(call, output))
            {
                Tolerance = call.GetValue(tolerance) ?? SeriesCollection.DefaultTolerance,
                CharacterSet = files.CharacterSet(call),
            };
            return runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);
        });
        return command;
    }
}
