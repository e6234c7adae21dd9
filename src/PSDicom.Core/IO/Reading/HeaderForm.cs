namespace PSDicom.IO.Reading;

/// <summary>How an element's header is written.</summary>
internal enum HeaderForm
{
    /// <summary>As the encoding of the data set says.</summary>
    Declared,

    /// <summary>Without a value representation among explicit elements, or with one among implicit ones.</summary>
    OtherEncoding,

    /// <summary>With a value representation that does not exist.</summary>
    UnknownVR,

    /// <summary>With a length of 16 bits where the value representation has one of 32.</summary>
    ShortLength,
}
