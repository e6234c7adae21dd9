namespace PSDicom.Pictures.Html;

/// <summary>How a frame is kept in a page. The names are those that the script knows.</summary>
internal enum PageEncoding
{
    /// <summary>Whole numbers of 8 bits, as <see cref="ValuePlanes"/> compresses them.</summary>
    Values8,

    /// <summary>Whole numbers of 16 bits.</summary>
    Values16,

    /// <summary>Real numbers of 32 bits.</summary>
    Reals,

    /// <summary>A picture in PNG.</summary>
    Png,

    /// <summary>A picture in JPEG.</summary>
    Jpeg,
}
