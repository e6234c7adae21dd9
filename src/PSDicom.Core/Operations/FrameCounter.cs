using System;
using System.Linq;
using System.Threading;
using PSDicom.Data;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Operations;

/// <summary>
/// Counts the frames of files, also where Number of Frames (0028,0008) is missing, is no number, or is not what the pixel data hold
/// (PS3.3 section C.7.6.6).
/// </summary>
public static class FrameCounter
{
    private static readonly DicomTag Modality = new(0x0008_0060);
    private static readonly DicomTag ExtendedOffsetTable = new(0x7FE0_0001);

    /// <summary>Pixel Data, Float Pixel Data, Double Float Pixel Data: a data set has one of them (PS3.3 section C.7.6.3).</summary>
    private static readonly DicomTag[] PixelData = [new(0x7FE0_0010), new(0x7FE0_0008), new(0x7FE0_0009)];

    private static readonly ITagSelection Needed =
        new TagSet(((DicomTag[])[Modality, DeclaredFrames.Tag, ExtendedOffsetTable, .. PixelFormat.Tags, .. PixelData]).Select(TagMask.Of));

    /// <summary>Opens a file, reads what the count needs (mostly a few of the first kilobytes), and closes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="characterSet">The character set of the text, instead of the one that the file says; null for that.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>0 frames, and no error, for a data set without pixel data.</returns>
    /// <inheritdoc cref="DicomFile.Open(string, DicomReadOptions?, CancellationToken)" path="/exception"/>
    public static DicomFrameCount Count(string path, CharacterSet? characterSet, CancellationToken cancellation)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        using var open = new OpenFile(path);
        var options = new DicomReadOptions { Selection = Needed, StopAtPixelData = true, CharacterSet = characterSet };
        return Count(open.ReadHeader(options, cancellation), open);
    }

    /// <summary>Counts the frames of a file that is already read; of compressed ones, and where parts were not read, looks into it again.</summary>
    /// <param name="file">The file.</param>
    /// <returns>0 frames, and no error, for a data set without pixel data.</returns>
    /// <exception cref="DicomException">The file has changed.</exception>
    /// <exception cref="System.IO.IOException">The file is no longer there, or the disk fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static DicomFrameCount Count(DicomFile file)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (file.Path is not null && MayBePartial(file.Dataset)) return Count(file.Path, null, CancellationToken.None);
        if (file.Path is null || FindPixelData(file.Dataset) is not { IsEncapsulated: true }) return Count(file, null);
        using var open = new OpenFile(file.Path);
        return Count(file, open);
    }

    private static DicomFrameCount Count(DicomFile file, OpenFile? open)
    {
        DicomDataset dataset = file.Dataset;
        PixelFormat format = PixelFormat.Read(dataset);
        var declared = new DeclaredFrames(dataset);
        FrameTally tally = Tally(file, format, declared, open);
        return new DicomFrameCount
        {
            Path = file.Path,
            FrameCount = tally.Count,
            Source = tally.Source,
            NumberOfFrames = declared.Value,
            Rows = format.Rows,
            Columns = format.Columns,
            SamplesPerPixel = format.SamplesPerPixel,
            BitsAllocated = format.BitsAllocated,
            BitsStored = format.BitsStored,
            PhotometricInterpretation = format.PhotometricInterpretation,
            TransferSyntax = file.TransferSyntax.Name,
            TransferSyntaxUID = file.TransferSyntax.UID,
            Modality = dataset.GetText(Modality),
            Warning = tally.Warning,
        };
    }

    private static FrameTally Tally(DicomFile file, PixelFormat format, DeclaredFrames declared, OpenFile? open)
    {
        DicomDataset dataset = file.Dataset;
        if (FindPixelData(dataset) is not { } pixelData)
        {
            bool isImage = format.Rows is not null && format.Columns is not null;
            return FrameTally.None(isImage ? "There are no pixel data, though there are Rows and Columns: the file may be cut off." : null);
        }

        if (!pixelData.IsEncapsulated) return NativeFrameCounter.Count(pixelData, format, declared, file.TransferSyntax.IsEncapsulated);

        // The data set of a deflated file is in memory, and there is no need to spare it.
        bool isInFile = ReferenceEquals(dataset.Store, file.FileMeta.Store);
        IValueSource source = isInFile && open is not null ? open : dataset.Store.Source;
        long length = isInFile ? file.Length : 0;
        var pixels = new EncapsulatedPixels(pixelData, dataset[ExtendedOffsetTable], source, length);
        return EncapsulatedFrameCounter.Count(pixels, declared, file.TransferSyntax);
    }

    private static DicomElement? FindPixelData(DicomDataset dataset)
    {
        foreach (DicomTag tag in PixelData)
        {
            if (dataset[tag] is { } element) return element;
        }

        return null;
    }

    /// <summary>Whether the data set may lack pixel data, or what every image says of them, only because it was not read.</summary>
    private static bool MayBePartial(DicomDataset dataset)
    {
        if (FindPixelData(dataset) is null) return true;
        foreach (DicomTag tag in PixelFormat.Tags)
        {
            if (!dataset.Contains(tag)) return true;
        }

        return false;
    }
}
