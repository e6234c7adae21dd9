using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Series;
using PSDicom.Text;

namespace PSDicom.Cli;

/// <summary>Reads the headers of files on several threads, and writes the series after all have been read.</summary>
internal sealed class SeriesRunner(ISeriesWriter writer, StandardOutput output, Messages messages)
{
    /// <summary>The largest distance in mm between slice positions that count as one position.</summary>
    public double Tolerance { get; init; } = SeriesCollection.DefaultTolerance;

    public CharacterSet? CharacterSet { get; init; }

    /// <returns>The exit code.</returns>
    public int Run(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        var input = new SeriesInput(messages) { Tolerance = Tolerance, CharacterSet = CharacterSet };
        bool isFirst = true;
        foreach (DicomSeries series in input.Sort(files, throttleLimit, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (isFirst) output.Write(writer.Heading.Span);
            isFirst = false;
            output.Write(writer.Write(series).Span);
        }

        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;
    }
}
