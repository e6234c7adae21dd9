using System;

namespace PSDicom.IO.Reading;

/// <summary>What a file does against the standard and may do over and over: told once a file, where it first does.</summary>
[Flags]
internal enum ReadingOddity
{
    None = 0,

    /// <summary>Elements are encoded otherwise than is declared.</summary>
    OtherEncoding = 1,

    /// <summary>Elements name a value representation that does not exist.</summary>
    UnknownVR = 2,

    /// <summary>Lengths have 16 bits where they should have 32.</summary>
    ShortLength = 4,

    /// <summary>A delimiter ends nothing.</summary>
    StrayDelimiter = 8,

    /// <summary>A delimiter is missing.</summary>
    MissingDelimiter = 16,

    /// <summary>A value that should have none has items.</summary>
    UnexpectedItems = 32,

    /// <summary>A sequence has no items, but bytes.</summary>
    NoItems = 64,

    /// <summary>An item's length is too small.</summary>
    ShortItem = 128,

    /// <summary>A sequence's length is too small.</summary>
    ShortSequence = 256,

    /// <summary>A length reaches beyond what holds it.</summary>
    TooLong = 512,

    /// <summary>Zeros lie between elements.</summary>
    Zeros = 1024,

    /// <summary>File meta information lies within the data set.</summary>
    StrayMeta = 2048,
}
