using System;

namespace PSDicom.IO.Reading;

/// <summary>Violations of the standard that a file may repeat many times: it has one warning for each kind, at the first place.</summary>
[Flags]
internal enum ReadingOddity
{
    None = 0,

    /// <summary>Elements are not encoded as declared.</summary>
    OtherEncoding = 1,

    /// <summary>Elements have a value representation that does not exist.</summary>
    UnknownVR = 2,

    /// <summary>Lengths have 16 bits where they should have 32.</summary>
    ShortLength = 4,

    /// <summary>A delimiter is unexpected.</summary>
    StrayDelimiter = 8,

    /// <summary>A delimiter is missing.</summary>
    MissingDelimiter = 16,

    /// <summary>A value that is not a sequence contains items.</summary>
    UnexpectedItems = 32,

    /// <summary>A sequence contains bytes that are not items.</summary>
    NoItems = 64,

    /// <summary>An item's length is too small.</summary>
    ShortItem = 128,

    /// <summary>A sequence's length is too small.</summary>
    ShortSequence = 256,

    /// <summary>A length extends beyond the item or sequence that contains it.</summary>
    TooLong = 512,

    /// <summary>Zeros lie between elements.</summary>
    Zeros = 1024,
}
