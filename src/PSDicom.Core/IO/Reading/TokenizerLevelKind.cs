namespace PSDicom.IO.Reading;

/// <summary>What a tokenizer can be inside of.</summary>
internal enum TokenizerLevelKind
{
    /// <summary>The data set of a file.</summary>
    File,

    /// <summary>A sequence.</summary>
    Sequence,

    /// <summary>An item of a sequence.</summary>
    Item,

    /// <summary>An encapsulated value.</summary>
    Fragments,
}
