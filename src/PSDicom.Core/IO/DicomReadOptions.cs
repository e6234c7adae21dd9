using PSDicom.IO.Reading;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom;

/// <summary>What of a file to read, and how.</summary>
public sealed class DicomReadOptions
{
    /// <summary>Everything, as the file says.</summary>
    public static DicomReadOptions Default { get; } = new();

    private DicomReadOptions? _ofMeta;

    /// <summary>
    /// Which elements of the file's data set to read; null for all. Reading ends at the last one wanted. The items of a
    /// sequence that is wanted are read whole.
    /// </summary>
    public ITagSelection? Selection { get; init; }

    /// <summary>Whether to end where the pixel data begin, which then are the last element; else what comes after them is read too.</summary>
    public bool StopAtPixelData { get; init; }

    /// <summary>The character set of the text, instead of the one that the file says.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>What a user asked for, whose selection this is; null if nobody named anything.</summary>
    internal TagQuery? Query { get; init; }

    /// <summary>Whether nobody asks for more than the selection: not for the file's length, nor for the rest of the file meta information.</summary>
    internal bool OnlySelection { get; init; }

    /// <summary>What to read of the file meta information.</summary>
    internal DicomReadOptions OfMeta => OnlySelection && Selection is not null
        ? _ofMeta ??= new DicomReadOptions { Selection = new MetaSelection(Selection) }
        : Default;

    /// <summary>Whether an element of the data set is read wherever it is in the file.</summary>
    internal bool Covers(DicomTag tag) => CoversHeader(tag) && !(StopAtPixelData && tag > DicomTag.PixelData);

    /// <summary>Whether elements of the data set are read wherever they are in the file.</summary>
    /// <param name="wanted">The elements; null for all.</param>
    internal bool Covers(ITagSelection? wanted) => CoversHeader(wanted) && !(StopAtPixelData && !(wanted?.Last <= DicomTag.PixelData));

    /// <summary>Whether an element is read if reading does not end before it.</summary>
    internal bool CoversHeader(DicomTag tag) => Selection?.Contains(tag) != false;

    /// <summary>Whether elements are read if reading does not end before them.</summary>
    internal bool CoversHeader(ITagSelection? wanted) =>
        Selection is null || ReferenceEquals(Selection, wanted) || (Selection is TagSet read && wanted is TagSet set && read.Covers(set));
}
