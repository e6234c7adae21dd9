namespace PSDicom.IO.Reading;

/// <summary>The form of an element's header.</summary>
internal enum HeaderForm
{
    /// <summary>Conforms to the encoding of the data set.</summary>
    Declared,

    /// <summary>No value representation among explicit elements, or one among implicit elements.</summary>
    OtherEncoding,

    /// <summary>A value representation that does not exist.</summary>
    UnknownVR,

    /// <summary>A 16-bit length although the value representation requires 32 bits.</summary>
    ShortLength,
}
