namespace PSDicom;

/// <summary>The four kinds of values.</summary>
public enum DicomVRKind
{
    /// <summary>Characters; several values are separated by a backslash.</summary>
    Text,

    /// <summary>Binary numbers (or tags) of a fixed size; several values follow one another.</summary>
    Number,

    /// <summary>Bytes, words or numbers in bulk: one value.</summary>
    Binary,

    /// <summary>Items, each a data set.</summary>
    Sequence,
}
