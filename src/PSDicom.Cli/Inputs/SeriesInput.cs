using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations.Series;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Cli.Inputs;

/// <summary>Reads the headers of files on several threads, and sorts the files into series after all have been read.</summary>
/// <param name="messages">Receives the errors and warnings of the files.</param>
internal sealed class SeriesInput(Messages messages)
{
    private const string IsDirectory = "The file is a DICOMDIR, which lists the files of a disk and belongs to no series. It was skipped.";

    /// <summary>The largest distance in mm between slice positions that count as one position.</summary>
    public double Tolerance { get; init; } = SeriesCollection.DefaultTolerance;

    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Called with the path of each file that a search has not found; null for nothing.</summary>
    public Action<string>? Named { get; init; }

    /// <summary>Reads all files and sorts them.</summary>
    public IEnumerable<DicomSeries> Sort(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        var collection = new SeriesCollection(cancellation) { Tolerance = Tolerance };
        using var ahead = new OrderedReadAhead<InputFile, FileRead>(Read, throttleLimit, OrderedReadAhead.SmallResultsPerThread, cancellation);
        ahead.Run(Inputs(), Take);
        return collection.Sort();

        IEnumerable<InputFile> Inputs()
        {
            foreach (InputFile file in files.Find(cancellation))
            {
                if (file.Origin != InputOrigin.Found) Named?.Invoke(file.Path);
                yield return file;
            }
        }

        bool Take(ReadAheadResult<InputFile, FileRead> result)
        {
            if (result.Error is { } error)
            {
                messages.WriteFailure(result.Input, error);
                return true;
            }

            if (result.Result.File is { } file) collection.Add(file);
            else if (result.Input.Origin == InputOrigin.Named) messages.WriteWarnings(result.Input, [IsDirectory]);
            messages.WriteWarnings(result.Input, result.Result.Warnings.Select(warning => warning.Message));
            return true;
        }
    }

    private FileRead Read(InputFile file, CancellationToken cancellation)
    {
        if (file.Error is not null) throw file.Error;
        DicomSeriesFile? read = SeriesFileReader.Read(file.Path, CharacterSet, cancellation, out IReadOnlyList<DicomWarning> warnings);
        return new FileRead(read, warnings);
    }

    /// <summary>The result of reading a file; a DICOMDIR has no series file.</summary>
    private readonly record struct FileRead(DicomSeriesFile? File, IReadOnlyList<DicomWarning> Warnings);
}
