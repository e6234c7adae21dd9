namespace PSDicom.Codecs;

/// <summary>The kinds of compressed images that their first bytes identify.</summary>
internal enum CodestreamKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>JPEG or JPEG-LS: a start-of-image marker, then another marker (ITU-T T.81 section B.1).</summary>
    Jpeg,

    /// <summary>JPEG 2000, also with high throughput: start of codestream, then image and tile size (ITU-T T.800 section A.4).</summary>
    Jpeg2000,

    /// <summary>JPEG 2000 in the JP2 file format (ITU-T T.800 annex I).</summary>
    Jp2,

    /// <summary>RLE: a header of up to 15 segments, the first of which begins after it (PS3.5 section G.5).</summary>
    Rle,

    /// <summary>JPEG XL (ISO/IEC 18181-1).</summary>
    JpegXL,

    /// <summary>JPEG XL in its file format (ISO/IEC 18181-2).</summary>
    JpegXLContainer,
}
