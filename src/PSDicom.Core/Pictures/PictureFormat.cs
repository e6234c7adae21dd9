namespace PSDicom;

/// <summary>A file format of pictures.</summary>
public enum PictureFormat
{
    /// <summary>PNG: 1, 8 or 16 bits, grey or colour; lossless.</summary>
    Png,

    /// <summary>Baseline JPEG: 8 bits, grey or colour; lossy.</summary>
    Jpeg,

    /// <summary>
    /// TIFF with deflate: 8 or 16 bits, grey or colour, or values as 32-bit floating point; can hold all frames of a file.
    /// </summary>
    Tiff,

    /// <summary>BMP: 8 bits, grey or colour; uncompressed.</summary>
    Bmp,

    /// <summary>GIF: at most 256 colours; can hold all frames of a file, as an animation.</summary>
    Gif,

    /// <summary>WebP: 8 bits, grey or colour; lossless, or lossy with a quality. A library is loaded on first use.</summary>
    WebP,

    /// <summary>NPY, the file format of NumPy: values with their type and shape; can hold all frames of a file.</summary>
    Npy,

    /// <summary>Values only, little endian, without a header; can hold all frames of a file.</summary>
    Raw,
}
