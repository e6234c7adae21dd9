using System;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Samples to encode with the DCT, and the choices for them.</summary>
internal sealed record DctSource
{
    /// <summary>The maximum number of rows or columns in a frame header (T.81 B.2.2).</summary>
    public const int MaxSize = ushort.MaxValue;

    /// <summary>The samples, those of a pixel together: bytes, or 16-bit words for more than 8 bits.</summary>
    public required ReadOnlyMemory<byte> Samples { get; init; }

    /// <summary>Columns.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Samples of a pixel: 1 or 3.</summary>
    public required int Components { get; init; }

    /// <summary>P: bits of a sample; 8, or 12 for one component. Bits above are ignored.</summary>
    public int Precision { get; init; } = 8;

    /// <summary>Whether three components are RGB, which is converted, or YCbCr.</summary>
    public bool IsRgb { get; init; }

    /// <summary>The resolution of chrominance.</summary>
    public ChromaSubsampling Subsampling { get; init; } = ChromaSubsampling.None;

    /// <summary>The quality, 1 to 100.</summary>
    public required int Quality { get; init; }

    /// <summary>Whether the Huffman tables are made for the frame, which takes a second pass; otherwise they are those of K.3, for 8 bits.</summary>
    public bool HasOwnTables { get; init; }

    /// <summary>Horizontal sampling factor of luminance.</summary>
    public int Across => Components > 1 && Subsampling != ChromaSubsampling.None ? 2 : 1;

    /// <summary>Vertical sampling factor of luminance.</summary>
    public int Down => Components > 1 && Subsampling == ChromaSubsampling.Both ? 2 : 1;

    /// <summary>Checks what the encoder relies on.</summary>
    /// <exception cref="ArgumentException">The samples are not supported, or fewer than the size requires.</exception>
    public void Check()
    {
        bool isSupported = Width is >= 1 and <= MaxSize && Height is >= 1 and <= MaxSize && Quality is >= 1 and <= 100
            && ((Precision == 8 && Components is 1 or 3) || (Precision == 12 && Components == 1 && HasOwnTables));
        if (!isSupported) throw new ArgumentException("DCT-based JPEG does not support the samples.");
        if (Samples.Length < (long)Width * Height * Components * (Precision > 8 ? sizeof(ushort) : 1))
            throw new ArgumentException("There are fewer samples than the size requires.");
    }
}
