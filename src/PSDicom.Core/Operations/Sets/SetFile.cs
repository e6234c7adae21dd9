using System;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Operations.Series;

namespace PSDicom.Operations.Sets;

/// <summary>What the test of a set of files keeps of a file: hashes, and the places of its slices.</summary>
public sealed class SetFile
{
    private SetFile(string path, long length, DicomDataset dataset, DicomSeriesFile? images)
    {
        FullName = path;
        Length = length;
        Images = images;
        Class = KeyOf(dataset, DicomTag.SOPClassUID);
        Instance = KeyOf(dataset, DicomTag.SOPInstanceUID);
        Study = KeyOf(dataset, DicomTag.StudyInstanceUID);
        Series = KeyOf(dataset, DicomTag.SeriesInstanceUID);
        OfStudy = Array.ConvertAll(SetAttribute.OfStudy, attribute => attribute.ValueIn(dataset));
        OfSeries = Array.ConvertAll(SetAttribute.OfSeries, attribute => attribute.ValueIn(dataset));
    }

    /// <summary>The full path.</summary>
    internal string FullName { get; }

    /// <summary>The size in bytes.</summary>
    internal long Length { get; }

    /// <summary>The SOP class; none if it is missing, as with all the others.</summary>
    internal TextKey Class { get; }

    /// <summary>The SOP Instance UID.</summary>
    internal TextKey Instance { get; }

    /// <summary>The Study Instance UID.</summary>
    internal TextKey Study { get; }

    /// <summary>The Series Instance UID.</summary>
    internal TextKey Series { get; }

    /// <summary>The values of <see cref="SetAttribute.OfStudy"/>.</summary>
    internal TextKey[] OfStudy { get; }

    /// <summary>The values of <see cref="SetAttribute.OfSeries"/>.</summary>
    internal TextKey[] OfSeries { get; }

    /// <summary>The places of its frames; null if it has none.</summary>
    internal DicomSeriesFile? Images { get; }

    /// <summary>Takes from a file what the test of the set needs.</summary>
    /// <param name="file">The file, read at least to its pixel data; missing elements are read now.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null for a DICOMDIR, which is no object of a study (PS3.10 section 8).</returns>
    /// <inheritdoc cref="DicomFile.Including" path="/exception"/>
    public static SetFile? Read(DicomFile file, CancellationToken cancellation) => Read(file, null, cancellation);

    /// <inheritdoc cref="Read(DicomFile, CancellationToken)"/>
    /// <param name="file">The file.</param>
    /// <param name="open">The same file, if it is held open.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static SetFile? Read(DicomFile file, OpenFile? open, CancellationToken cancellation)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (file.FullName is not { } path) throw new DicomException(DicomErrorReason.ValueNotAvailable, "Bytes in memory have no path and cannot be tested as a part of a set.");
        file = file.IncludingHeader(cancellation);
        return SeriesFileReader.IsDirectory(file) ? null : new SetFile(path, file.Length, file.Dataset, ReadImages(file, open, cancellation));
    }

    private static DicomSeriesFile? ReadImages(DicomFile file, OpenFile? open, CancellationToken cancellation)
    {
        // Without these, a file belongs to no series; without frames, to no volume.
        if (KeyOf(file.Dataset, DicomTag.SeriesInstanceUID).IsNone || ImagePixels.FindPixelData(file.Dataset) is null) return null;
        try
        {
            return SeriesFileReader.ReadPlaces(file, open, cancellation);
        }
        catch (DicomException)
        {
            // The test of the file itself tells what is wrong with its pixel data.
            return null;
        }
    }

    private static TextKey KeyOf(DicomDataset dataset, DicomTag tag) => TextKey.Of(dataset.GetText(tag)?.Trim());
}
