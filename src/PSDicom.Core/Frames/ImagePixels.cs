using System.Threading;
using PSDicom.Data;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;

namespace PSDicom.Frames;

/// <summary>The pixel data of a file: their format, their location and the number of frames.</summary>
internal sealed class ImagePixels
{
    /// <summary>Pixel Data, Float Pixel Data, Double Float Pixel Data: a data set has one of them (PS3.3 section C.7.6.3).</summary>
    private static readonly DicomTag[] PixelData = [DicomTag.PixelData, DicomTag.FloatPixelData, DicomTag.DoubleFloatPixelData];

    /// <param name="file">The file, read with at least <see cref="Tags"/>.</param>
    /// <param name="open">The same file if it is open; else it is opened again when needed.</param>
    /// <param name="cancellation">Ends the search for frames, now and later.</param>
    public ImagePixels(DicomFile file, OpenFile? open, CancellationToken cancellation = default)
    {
        File = file;
        Format = PixelFormat.Read(file.Dataset);
        Declared = new DeclaredFrames(file.Dataset);
        Rgb = new RgbConversion(file.Dataset);
        Transforms = new ModalityTransforms(file.Dataset, areForDisplay: false);
        Element = FindPixelData(file.Dataset);
        if (Element is { IsEncapsulated: true }) Encapsulated = FindFragments(Element, open, cancellation);
        if (Element is { IsEncapsulated: false } native) Layout = NativeLayout.Choose(Format, native.Tag, Declared.Number, native.ByteLength);
        Tally = Count();
    }

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.NumberOfFrames, DicomTag.ExtendedOffsetTable, DicomTag.LossyImageCompression, DicomTag.PixelDataProviderURL, .. PixelFormat.AllTags, .. PixelData];

    public DicomFile File { get; }

    public PixelFormat Format { get; }

    public DeclaredFrames Declared { get; }

    /// <summary>The conversion of colour to RGB.</summary>
    public RgbConversion Rgb { get; }

    /// <summary>The modality transforms of the frames.</summary>
    public ModalityTransforms Transforms { get; }

    /// <summary>The element with the frames; null if there is none.</summary>
    public DicomElement? Element { get; }

    /// <summary>The fragments; null for native pixel data.</summary>
    public EncapsulatedPixels? Encapsulated { get; }

    /// <summary>Whether the image is declared as lossy compressed, in a transfer syntax that may be lossy (PS3.3 section C.7.6.1.1.5).</summary>
    public bool IsDeclaredLossy => File.TransferSyntax.IsLossy && File.Dataset.GetText(DicomTag.LossyImageCompression) == "01";

    /// <summary>The layout of native pixel data; null if the format is unknown or the pixel data are encapsulated.</summary>
    public NativeLayout? Layout { get; }

    /// <summary>The number of frames.</summary>
    public FrameTally Tally { get; }

    /// <summary>The element with the frames, or null.</summary>
    public static DicomElement? FindPixelData(DicomDataset dataset)
    {
        foreach (DicomTag tag in PixelData)
        {
            if (dataset[tag] is { } element) return element;
        }

        return null;
    }

    private EncapsulatedPixels FindFragments(DicomElement element, OpenFile? open, CancellationToken cancellation)
    {
        // The data set of a deflated file is in memory, so that nothing is saved by the open file.
        bool isInFile = ReferenceEquals(File.Dataset.Store, File.FileMeta.Store);
        IValueSource source = isInFile && open is not null ? open : File.Dataset.Store.Source;
        return new EncapsulatedPixels(element, File.Dataset[DicomTag.ExtendedOffsetTable], source, isInFile ? File.Length : 0, cancellation);
    }

    private FrameTally Count()
    {
        if (Element is null)
        {
            if (File.Dataset[DicomTag.PixelDataProviderURL] is { IsEmpty: false })
                return FrameTally.None("The pixel data are not in the file; they must be fetched from Pixel Data Provider URL (JPIP).");
            bool isImage = Format.Rows is not null && Format.Columns is not null;
            return FrameTally.None(isImage ? "There are Rows and Columns but no pixel data; the file may be truncated." : null);
        }

        if (Encapsulated is null) return NativeFrameCounter.Count(Element, Layout, Declared, File.TransferSyntax.IsEncapsulated);
        FrameTally tally = EncapsulatedFrameCounter.Count(Encapsulated, Declared, File.TransferSyntax);
        return Encapsulated.Damage is { } damage ? tally.WithDamage(damage) : tally;
    }
}
