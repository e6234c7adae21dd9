namespace PSDicom.IO.Reading;

/// <summary>The kinds of nesting levels.</summary>
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
