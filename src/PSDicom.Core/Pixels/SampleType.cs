namespace PSDicom.Pixels;

/// <summary>The number type of samples.</summary>
internal enum SampleType
{
    /// <summary><see cref="byte"/>.</summary>
    UInt8,

    /// <summary><see cref="sbyte"/>.</summary>
    Int8,

    /// <summary><see cref="ushort"/>.</summary>
    UInt16,

    /// <summary><see cref="short"/>.</summary>
    Int16,

    /// <summary><see cref="uint"/>.</summary>
    UInt32,

    /// <summary><see cref="int"/>.</summary>
    Int32,

    /// <summary><see cref="ulong"/>.</summary>
    UInt64,

    /// <summary><see cref="long"/>.</summary>
    Int64,

    /// <summary><see cref="float"/>.</summary>
    Float32,

    /// <summary><see cref="double"/>.</summary>
    Float64,
}
