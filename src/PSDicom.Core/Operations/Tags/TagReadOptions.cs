using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Operations.Tags;

/// <summary>Options for <see cref="TagReader"/>.</summary>
public sealed class TagReadOptions
{
    private DicomReadOptions? _ofFile;

    /// <summary>The elements to return; null for all.</summary>
    public TagQuery? Tags { get; init; }

    /// <summary>Whether to search sequences too, at any depth.</summary>
    public bool Nested { get; init; }

    /// <summary>Whether missing elements have rows too, in which <see cref="DicomTagValue.Exists"/> is false.</summary>
    public bool IncludeMissing { get; init; }

    /// <summary>The character set of the text, instead of the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>The options for reading a file. Made once for all files.</summary>
    internal DicomReadOptions OfFile => _ofFile ??= new DicomReadOptions
    {
        Selection = Nested ? null : Tags?.Selection,
        OnlySelection = true,
        CharacterSet = CharacterSet,
    };
}
