using System;
using System.Collections.Generic;
using System.IO;

namespace PSDicom.Pictures;

/// <summary>A file format of pictures: its properties and its writer.</summary>
internal sealed class ImageFormat
{
    public required PictureFormat Format { get; init; }

    /// <summary>The file name extensions, with the dot; new files get the first one.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>Creates a writer for one file. Its stream must be seekable.</summary>
    public required Func<Stream, ImageWriteOptions, ImageWriter> Create { get; init; }

    /// <summary>Whether a file can hold several pictures.</summary>
    public bool HasPages { get; init; }

    /// <summary>Whether it holds unrendered values of any type.</summary>
    public bool IsData { get; init; }

    /// <summary>Whether it holds real numbers, beside rendered pictures.</summary>
    public bool HasReals { get; init; }

    /// <summary>Whether it holds 16-bit samples.</summary>
    public bool HasSixteenBits { get; init; }

    /// <summary>Whether it holds text.</summary>
    public bool HasText { get; init; }
}
