using System;
using System.Collections.Generic;
using System.IO;

namespace PSDicom.Pictures;

/// <summary>What there is to know of a format of picture files, and how it is written.</summary>
internal sealed class ImageFormat
{
    public required PictureFormat Format { get; init; }

    /// <summary>The extensions of its files, with the dot; the first is the one that is given to new files.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Makes a writer for one file; it writes to a stream that can seek.</summary>
    public required Func<Stream, ImageWriteOptions, ImageWriter> Create { get; init; }

    /// <summary>Whether a file can hold several pictures.</summary>
    public bool HasPages { get; init; }

    /// <summary>Whether it takes values of any type as they are, and nothing is rendered.</summary>
    public bool IsData { get; init; }

    /// <summary>Whether it takes real numbers (and has a place for rendered pictures too).</summary>
    public bool HasReals { get; init; }

    /// <summary>Whether it has 16 bits.</summary>
    public bool HasSixteenBits { get; init; }

    /// <summary>Whether it has a place for text.</summary>
    public bool HasText { get; init; }
}
