using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Text;
using PSDicom.Volumes.Headers;

namespace PSDicom.Operations.Series;

/// <summary>Reads the attributes of a header that sort the file into series and stacks. Pixel data are not read.</summary>
public static class SeriesFileReader
{
    private const string Directory = "MediaStorageDirectoryStorage";

    /// <summary>Opens a file, reads its header, and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="characterSet">The character set of text values; null for the one that the file declares.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="warnings">The warnings about missing or contradictory information.</param>
    /// <remarks>A file with more frames than <see cref="DicomLimits.MaxSortedFrames"/> is an error.</remarks>
    /// <returns>The file with its frames; null for a DICOMDIR, which belongs to no series (PS3.10 section 8).</returns>
    /// <inheritdoc cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)" path="/exception"/>
    public static DicomSeriesFile? Read(string path, CharacterSet? characterSet, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        using var open = new OpenFile(path);
        var options = new DicomReadOptions { Selection = SeriesHeader.Selection, StopAtPixelData = true, CharacterSet = characterSet };
        return Of(open.ReadHeader(options, cancellation), open, cancellation, out warnings);
    }

    /// <summary>Uses a file that has already been read. Missing elements are read now.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="warnings">The warnings about missing or contradictory information.</param>
    /// <inheritdoc cref="Read(string, CharacterSet?, CancellationToken, out IReadOnlyList{DicomWarning})" path="/returns"/>
    /// <inheritdoc cref="DicomFile.Including" path="/exception"/>
    public static DicomSeriesFile? Read(DicomFile file, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (file.FullName is null) throw new DicomException(DicomErrorReason.ValueNotAvailable, "Bytes in memory have no path and cannot be sorted into a series.");
        return Of(file.Including(SeriesHeader.Selection, cancellation), null, cancellation, out warnings);
    }

    /// <summary>Whether a file is a DICOMDIR, which belongs to no series.</summary>
    internal static bool IsDirectory(DicomFile file) =>
        DicomUID.TryGet(file.FileMeta.GetText(DicomTag.MediaStorageSOPClassUID), out DicomUID? kind) && kind.Keyword == Directory;

    /// <summary>The frames of a file with their places, to find slices that are missing: without the path and the identifier of the file, which take most of the memory.</summary>
    /// <exception cref="DicomException">The pixel data contradict the header, or the file has too many frames.</exception>
    internal static DicomSeriesFile ReadPlaces(DicomFile file, OpenFile? open, CancellationToken cancellation)
    {
        DicomSeriesFile places = SeriesHeader.Read(file, string.Empty, Count(file, open, cancellation));
        places.SOPInstanceUID = null;
        return places;
    }

    private static DicomSeriesFile? Of(DicomFile file, OpenFile? open, CancellationToken cancellation, out IReadOnlyList<DicomWarning> warnings)
    {
        warnings = file.Warnings;
        if (IsDirectory(file)) return null;
        FrameTally tally = Count(file, open, cancellation);
        if (tally.Warning is { } warning) warnings = [.. warnings, new DicomWarning(warning)];
        return SeriesHeader.Read(file, file.FullName!, tally);
    }

    private static FrameTally Count(DicomFile file, OpenFile? open, CancellationToken cancellation)
    {
        FrameTally tally = HeaderFrames.Count(file, open, cancellation);
        if (tally.Count > DicomLimits.MaxSortedFrames)
        {
            throw new DicomException(
                DicomErrorReason.TooMuchWork,
                string.Format(CultureInfo.InvariantCulture, "The file has {0} frames; the limit for sorting is {1}.", tally.Count, DicomLimits.MaxSortedFrames),
                file.FullName);
        }

        return tally;
    }
}
