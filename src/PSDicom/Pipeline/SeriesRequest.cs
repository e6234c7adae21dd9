using System.Collections.Generic;
using System.Threading;
using PSDicom.Operations.Series;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>Reads the header of a file to sort into a series.</summary>
internal static class SeriesRequest
{
    // A DICOMDIR lists files of several series and belongs to none.
    private static readonly DicomWarning[] IsDirectory = [new("The file is a DICOMDIR, which lists the files of a disk and belongs to no series. It was skipped.")];

    /// <summary>The file as a <see cref="DicomSeriesFile"/>; for a DICOMDIR, only a warning.</summary>
    public static FileResult Read(FileRequest request, CharacterSet? characterSet, CancellationToken cancellation)
    {
        DicomSeriesFile? file = request.File is not null
            ? SeriesFileReader.Read(request.File, cancellation, out IReadOnlyList<DicomWarning> warnings)
            : SeriesFileReader.Read(request.Path, characterSet, cancellation, out warnings);
        return file is null ? new FileResult(IsDirectory, IsDirectory) : new FileResult(file, warnings);
    }
}
