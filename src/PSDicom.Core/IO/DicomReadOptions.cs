using PSDicom.Query;
using PSDicom.Text;
using PSDicom.IO;

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

    /// <summary>Whether nobody asks for more than the selection: not for the file's length, nor for the rest of the file meta information.</summary>
    internal bool OnlySelection { get; init; }

    /// <summary>What to read of the file meta information.</summary>
    internal DicomReadOptions OfMeta => OnlySelection && Selection is not null
        ? _ofMeta ??= new DicomReadOptions { Selection = new MetaSelection(Selection) }
        : Default;
}
