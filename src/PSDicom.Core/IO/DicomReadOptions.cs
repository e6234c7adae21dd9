using PSDicom.IO.Reading;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom;

/// <summary>Options for reading a file.</summary>
public sealed class DicomReadOptions
{
    /// <summary>Reads everything, as declared in the file.</summary>
    public static DicomReadOptions Default { get; } = new();

    private DicomReadOptions? _ofMeta;

    /// <summary>
    /// The elements of the file's data set to read; null for all. Reading ends at the last of them. Selected sequences are read with all
    /// elements of their items.
    /// </summary>
    public ITagSelection? Selection { get; init; }

    /// <summary>Whether pixel data are the last element to read; else the elements after them are read too.</summary>
    public bool StopAtPixelData { get; init; }

    /// <summary>The character set of the text, instead of the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>The query that the selection is from; null if there is none.</summary>
    internal TagQuery? Query { get; init; }

    /// <summary>Whether nothing but the selection is needed: neither the file's length nor the rest of the file meta information.</summary>
    internal bool OnlySelection { get; init; }

    /// <summary>Sees the tokens of the file; null if nobody does.</summary>
    internal ITokenObserver? Observer { get; init; }

    /// <summary>The options for the file meta information.</summary>
    internal DicomReadOptions OfMeta => OnlySelection && Selection is not null
        ? _ofMeta ??= new DicomReadOptions { Selection = new MetaSelection(Selection) }
        : Observer is null ? Default : new DicomReadOptions { Observer = Observer };

    /// <summary>Whether an element of the data set is read, anywhere in the file.</summary>
    internal bool Covers(DicomTag tag) => CoversHeader(tag) && !(StopAtPixelData && tag > DicomTag.PixelData);

    /// <summary>Whether elements of the data set are read, anywhere in the file.</summary>
    /// <param name="wanted">The elements; null for all.</param>
    internal bool Covers(ITagSelection? wanted) => CoversHeader(wanted) && !(StopAtPixelData && !(wanted?.Last <= DicomTag.PixelData));

    /// <summary>Whether an element is read if reading does not end before it.</summary>
    internal bool CoversHeader(DicomTag tag) => Selection?.Contains(tag) != false;

    /// <summary>Whether elements are read if reading does not end before them.</summary>
    internal bool CoversHeader(ITagSelection? wanted) =>
        Selection is null || ReferenceEquals(Selection, wanted) || (Selection is TagSet read && wanted is TagSet set && read.Covers(set));
}
