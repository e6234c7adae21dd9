using PSDicom.Frames;
using PSDicom.IO;

namespace PSDicom.Validation;

/// <summary>A file that is being tested: read to its end, and still open.</summary>
/// <param name="file">Its file meta information and data set.</param>
/// <param name="source">Its bytes.</param>
/// <param name="length">Their number.</param>
/// <param name="endOfElements">Where its last element ends; of a deflated file, in the inflated bytes.</param>
/// <param name="options">What to test.</param>
internal sealed class CheckedFile(DicomFile file, OpenFile source, long length, long endOfElements, DicomTestOptions options)
{
    private ImagePixels? _image;

    /// <summary>The file.</summary>
    public DicomFile File => file;

    /// <summary>The open file, for values that are not in memory.</summary>
    public OpenFile Source => source;

    /// <summary>The number of its bytes.</summary>
    public long Length => length;

    /// <summary>Where its last element ends; of a deflated file, in the inflated bytes.</summary>
    public long EndOfElements => endOfElements;

    /// <summary>What to test.</summary>
    public DicomTestOptions Options => options;

    /// <summary>The data set.</summary>
    public DicomDataset Dataset => file.Dataset;

    /// <summary>The file meta information; empty if there is none.</summary>
    public DicomDataset FileMeta => file.FileMeta;

    /// <summary>Whether the data set is deflated: its positions are then not those of the file.</summary>
    public bool IsDeflated => !ReferenceEquals(file.Dataset.Store, file.FileMeta.Store);

    /// <summary>The pixel data.</summary>
    public ImagePixels Image => _image ??= new ImagePixels(file, source);

    /// <summary>The SOP class; null if there is none.</summary>
    public DicomUID? SOPClass { get; } = file.Dataset.GetText(DicomTag.SOPClassUID) is { } uid ? DicomUID.TryGet(uid, out DicomUID? known) ? known : new DicomUID(uid) : null;

    /// <summary>Whether this is a directory of files, whose data set has no SOP class (PS3.10 section 8.6).</summary>
    public bool IsDirectory => file.Dataset.Contains(DicomTag.DirectoryRecordSequence);
}
