namespace PSDicom;

/// <summary>The kinds of files that pictures are written to.</summary>
public enum PictureFormat
{
    /// <summary>PNG: 1, 8 or 16 bits, grey or colour; loses nothing.</summary>
    Png,

    /// <summary>JPEG, baseline: 8 bits, grey or colour; small, but loses detail.</summary>
    Jpeg,

    /// <summary>TIFF with deflate: 8 or 16 bits, grey or colour, or values as 32-bit reals; can hold all frames of a file.</summary>
    Tiff,

    /// <summary>BMP: 8 bits, grey or colour, not compressed.</summary>
    Bmp,

    /// <summary>GIF: at most 256 colours; can hold all frames of a file, as an animation.</summary>
    Gif,

    /// <summary>WebP: 8 bits, grey or colour; loses nothing, or detail where a quality is asked for. A library is loaded for it.</summary>
    WebP,

    /// <summary>NPY, the file of NumPy: the values themselves, with their type and shape; can hold all frames of a file.</summary>
    Npy,

    /// <summary>The values themselves and nothing else, little endian; can hold all frames of a file.</summary>
    Raw,
}
