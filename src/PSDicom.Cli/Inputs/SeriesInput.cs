using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations.Series;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Cli.Inputs;

/// <summary>Reads the headers of files and sorts them into series.</summary>
internal static class SeriesInput
{
    /// <summary>Reads all files, tells what is wrong with them, and sorts them.</summary>
    public static IEnumerable<DicomSeries> Sort(InputFiles files, CharacterSet? characterSet, int throttleLimit, Messages messages, CancellationToken cancellation)
    {
        var collection = new SeriesCollection(cancellation);
        using var ahead = new OrderedReadAhead<InputFile, ReadFile>(
            (file, stop) => Read(file, characterSet, stop), throttleLimit, OrderedReadAhead.SmallResultsPerThread, cancellation);
        foreach (InputFile file in files.Find(cancellation))
        {
            if (ahead.IsFull) Take(ahead.Take());
            ahead.Add(file);
            while (ahead.TryTakeThrottled(out ReadAheadResult<InputFile, ReadFile> result)) Take(result);
        }

        while (ahead.Count > 0) Take(ahead.Take());
        return collection.Sort();

        void Take(in ReadAheadResult<InputFile, ReadFile> result)
        {
            if (result.Error is not null)
            {
                messages.WriteFailure(result.Input, result.Error);
                return;
            }

            messages.WriteWarnings(result.Input, result.Result!.Warnings.Select(warning => warning.Message));
            if (result.Result.File is { } file) collection.Add(file);
        }
    }

    private static ReadFile Read(InputFile file, CharacterSet? characterSet, CancellationToken cancellation)
    {
        if (file.Error is not null) throw file.Error;
        DicomSeriesFile? read = SeriesFileReader.Read(file.Path, characterSet, cancellation, out IReadOnlyList<DicomWarning> warnings);
        return new ReadFile(read, warnings);
    }

    /// <summary>A file that is read.</summary>
    /// <param name="File">What sorts it; null of a DICOMDIR.</param>
    /// <param name="Warnings">What is wrong with it.</param>
    private sealed record ReadFile(DicomSeriesFile? File, IReadOnlyList<DicomWarning> Warnings);
}
