using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Operations.Tags;

/// <summary>Which elements <see cref="TagReader"/> gives.</summary>
public sealed class TagReadOptions
{
    private DicomReadOptions? _ofFile;

    /// <summary>The elements to give; null for all.</summary>
    public TagQuery? Tags { get; init; }

    /// <summary>Whether to look into sequences too, at any depth.</summary>
    public bool Nested { get; init; }

    /// <summary>Whether what is named and is not there gives a row of its own, with <see cref="DicomTagValue.Exists"/> false.</summary>
    public bool IncludeMissing { get; init; }

    /// <summary>The character set of the text, instead of the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>What of a file must be read for it. Made once: a million files have it in common.</summary>
    internal DicomReadOptions OfFile => _ofFile ??= new DicomReadOptions
    {
        Selection = Nested ? null : Tags?.Selection,
        OnlySelection = true,
        CharacterSet = CharacterSet,
    };
}
