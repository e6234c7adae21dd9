namespace PSDicom.IO.Reading;

/// <summary>The kinds of tokens.</summary>
internal enum DicomTokenKind
{
    /// <summary>An element with a value of bytes.</summary>
    Element,

    /// <summary>A sequence; items and then its end follow.</summary>
    SequenceStart,

    /// <summary>An item of a sequence; its elements and then its end follow.</summary>
    ItemStart,

    /// <summary>The end of an item.</summary>
    ItemEnd,

    /// <summary>The end of a sequence.</summary>
    SequenceEnd,

    /// <summary>An encapsulated value; fragments and then their end follow.</summary>
    FragmentsStart,

    /// <summary>An item of an encapsulated value.</summary>
    Fragment,

    /// <summary>The end of an encapsulated value.</summary>
    FragmentsEnd,
}
