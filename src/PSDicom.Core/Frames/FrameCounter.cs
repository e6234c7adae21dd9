using System;
using System.Linq;
using System.Threading;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Frames;

/// <summary>
/// Counts the frames of files, even if Number of Frames (0028,0008) is missing, not a number, or contradicts the pixel data
/// (PS3.3 section C.7.6.6).
/// </summary>
public static class FrameCounter
{
    private static readonly ITagSelection Needed =
        new TagSet(((DicomTag[])[DicomTag.Modality, .. ImagePixels.Tags]).Select(TagMask.Of));

    /// <summary>Opens a file, reads the data for the count (mostly the first few kilobytes), and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="characterSet">The character set of the text; null for the one that the file declares.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>0 frames, and no error, for a data set without pixel data.</returns>
    /// <inheritdoc cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)" path="/exception"/>
    public static DicomFrameCount Count(string path, CharacterSet? characterSet, CancellationToken cancellation)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        using var open = new OpenFile(path);
        return Count(open, characterSet, cancellation);
    }

    /// <summary>Counts the frames of an open file.</summary>
    internal static DicomFrameCount Count(OpenFile open, CharacterSet? characterSet, CancellationToken cancellation)
    {
        var options = new DicomReadOptions { Selection = Needed, StopAtPixelData = true, CharacterSet = characterSet };
        return Count(open.ReadHeader(options, cancellation), open, cancellation);
    }

    /// <summary>Counts the frames of a file that was already read. It is opened again for compressed frames, or if needed elements were not read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>0 frames, and no error, for a data set without pixel data.</returns>
    /// <exception cref="DicomException">The file has changed.</exception>
    /// <exception cref="System.IO.IOException">The file no longer exists, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static DicomFrameCount Count(DicomFile file, CancellationToken cancellation = default)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (file.FullName is not null && !file.Covers(Needed)) return Count(file.FullName, file.CharacterSet, cancellation);
        if (file.FullName is null || ImagePixels.FindPixelData(file.Dataset) is not { IsEncapsulated: true }) return Count(file, null, cancellation);
        using var open = new OpenFile(file.FullName);
        return Count(file, open, cancellation);
    }

    private static DicomFrameCount Count(DicomFile file, OpenFile? open, CancellationToken cancellation)
    {
        var image = new ImagePixels(file, open, cancellation);
        PixelFormat format = image.Format;
        return new DicomFrameCount
        {
            FullName = file.FullName,
            FrameCount = image.Tally.Count,
            Source = image.Tally.Source,
            NumberOfFrames = image.Declared.Value,
            Rows = format.Rows,
            Columns = format.Columns,
            SamplesPerPixel = format.SamplesPerPixel,
            BitsAllocated = format.BitsAllocated,
            BitsStored = format.BitsStored,
            PhotometricInterpretation = format.PhotometricInterpretation,
            TransferSyntax = file.TransferSyntax,
            TransferSyntaxUID = file.TransferSyntax.UID,
            Modality = file.Dataset.GetText(DicomTag.Modality),
            Warning = image.Tally.Warning ?? WarningOf(file, image),
        };
    }

    /// <summary>The damage of a file without pixel data, which may be truncated before them.</summary>
    private static string? WarningOf(DicomFile file, ImagePixels image) =>
        image.Element is null && file.Damage is { } damage ? $"There are no pixel data. {damage.Message}" : null;
}
