namespace PSDicom.Pictures.Html;

/// <summary>The encoding of a frame in a page. The script uses the same names.</summary>
internal enum PageEncoding
{
    /// <summary>Integers of 8 bits, compressed by <see cref="ValuePlanes"/>.</summary>
    Values8,

    /// <summary>Integers of 16 bits, compressed by <see cref="ValuePlanes"/>.</summary>
    Values16,

    /// <summary>32-bit floating-point numbers, compressed by <see cref="ValuePlanes"/>.</summary>
    Reals,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A JPEG picture.</summary>
    Jpeg,
}
