using System.Collections.Generic;
using System.Threading;
using PSDicom.Operations.Series;

namespace PSDicom.Pipeline;

/// <summary>Reads the headers of the named files, and sorts the files into series after all have been read.</summary>
public abstract class SeriesSortingCommand : FileReadingCommand
{
    private SeriesCollection? _files;

    /// <summary>The largest distance in mm between slice positions that count as one position.</summary>
    private protected virtual double PositionTolerance => SeriesCollection.DefaultTolerance;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _files = new SeriesCollection(StopToken) { Tolerance = PositionTolerance };
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        UnlessStopped(() => WriteSeries(_files!.Sort()));
    }

    /// <summary>Writes the output for the series.</summary>
    private protected abstract void WriteSeries(IEnumerable<DicomSeries> series);

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation) =>
        SeriesRequest.Read(request, ParsedCharacterSet, cancellation);

    private protected override void WriteResult(FileRequest request, FileResult result)
    {
        if (result.Output is DicomSeriesFile file)
        {
            WriteWarnings(request, result.Warnings);
            _files!.Add(file);
        }
        else if (request.Origin == FileOrigin.Named)
        {
            WriteWarnings(request, result.Warnings);
        }
        else
        {
            this.WritePlainVerbose($"{request.Path}: {result.Warnings[0].Message}");
        }
    }
}
