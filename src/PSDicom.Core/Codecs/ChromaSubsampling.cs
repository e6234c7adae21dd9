namespace PSDicom.Codecs;

/// <summary>The resolution of chrominance in DCT-based JPEG.</summary>
internal enum ChromaSubsampling
{
    /// <summary>Half the resolution in rows only, as YBR_FULL_422 says (PS3.3 section C.7.6.3.1.2).</summary>
    Horizontal,

    /// <summary>Full resolution.</summary>
    None,

    /// <summary>Half the resolution in rows and columns.</summary>
    Both,
}
