using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Volumes;

namespace PSDicom.Operations.Series;

/// <summary>
/// Collects files and sorts them into series, stacks and studies, whatever the order in which they come and whatever they are called. One thread
/// uses it. A file takes a few hundred bytes of memory, and so does each frame of a file that has several.
/// </summary>
/// <param name="cancellation">Ends the comparison of files that may be copies.</param>
public sealed class SeriesCollection(CancellationToken cancellation = default)
{
    /// <summary>How near positions of slices are one, in mm, if the user does not say.</summary>
    public const double DefaultTolerance = 0.005;

    private readonly SeriesSorter _sorter = new((one, other) => FileBytes.AreSame(one.FullName, other.FullName, cancellation));

    /// <summary>How near positions of slices are one, in mm.</summary>
    public double Tolerance
    {
        get => _sorter.Tolerance;
        init => _sorter.Tolerance = value;
    }

    /// <summary>How many files there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a file that <see cref="SeriesFileReader"/> has read.</summary>
    public void Add(DicomSeriesFile file)
    {
        if (file is null) throw new System.ArgumentNullException(nameof(file));
        _sorter.Add(file);
        Count++;
    }

    /// <summary>Sorts the files that were added into series, by study and series number. It is called once, when all are added.</summary>
    public IEnumerable<DicomSeries> Sort() => _sorter.Sort();

    /// <summary>Puts series together that are of one study, in their order; those without Study Instance UID by patient and study date.</summary>
    /// <param name="series">The series.</param>
    public static IEnumerable<DicomStudy> Studies(IEnumerable<DicomSeries> series) => series
        .GroupBy(one => one.StudyInstanceUID is { } uid ? (uid, null, null) : ((string?, string?, System.DateTime?))(null, one.PatientID, one.StudyDate))
        .Select(group => new DicomStudy(new CountedList<DicomSeries>([.. group], "series", "series")));
}
