using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Volumes;

namespace PSDicom.Operations.Series;

/// <summary>
/// Collects files and sorts them into series, stacks and studies. The result does not depend on the order or the names of the files. Each file takes
/// a few hundred bytes of memory; so does each frame of a multi-frame file. Not thread-safe.
/// </summary>
/// <param name="cancellation">Cancels the comparison of possible copies.</param>
public sealed class SeriesCollection(CancellationToken cancellation = default)
{
    /// <summary>The default of <see cref="Tolerance"/>.</summary>
    public const double DefaultTolerance = 0.005;

    private readonly SeriesSorter _sorter = new(file => FileBytes.DigestOf(file.FullName, cancellation));

    /// <summary>The largest distance in mm between slice positions that count as one position.</summary>
    public double Tolerance
    {
        get => _sorter.Tolerance;
        init => _sorter.Tolerance = value;
    }

    /// <summary>The number of files.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a file from <see cref="SeriesFileReader"/>.</summary>
    public void Add(DicomSeriesFile file)
    {
        if (file is null) throw new System.ArgumentNullException(nameof(file));
        _sorter.Add(file);
        Count++;
    }

    /// <summary>Sorts the files into series, in the order of study and series number. Call it once, after all files have been added.</summary>
    public IEnumerable<DicomSeries> Sort() => _sorter.Sort();

    /// <summary>Groups series by study, in order; without Study Instance UID, by patient and study date.</summary>
    /// <param name="series">The series.</param>
    public static IEnumerable<DicomStudy> Studies(IEnumerable<DicomSeries> series) => series
        .GroupBy(one => one.StudyInstanceUID is { } uid ? (uid, null, null) : ((string?, string?, System.DateTime?))(null, one.PatientID, one.StudyDate))
        .Select(group => new DicomStudy(new CountedList<DicomSeries>([.. group], "series", "series")));
}
