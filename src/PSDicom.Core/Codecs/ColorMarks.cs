namespace PSDicom.Codecs;

/// <summary>What a codestream tells of its colour; by default, nothing.</summary>
internal sealed record ColorMarks
{
    /// <summary>Whether the codestream has a colour transform, which decoding undoes: that of JPEG 2000, or HP's of JPEG-LS.</summary>
    public bool IsTransformUndone { get; init; }

    /// <summary>Whether a component has fewer samples than another.</summary>
    public bool IsSubsampled { get; init; }

    /// <summary>The colour specification of a JP2 file: whether it says YCbCr; null if there is none, or it says something else.</summary>
    public bool? FileIsYbr { get; init; }

    /// <summary>Whether this is JPEG 2000.</summary>
    public bool IsJpeg2000 { get; init; }

    /// <summary>Whether this is JPEG by cosine transform, whose encoders make YCbCr of RGB unless they are told not to.</summary>
    public bool IsCosine { get; init; }

    /// <summary>Whether there is Adobe's segment (APP14).</summary>
    public bool HasAdobe { get; init; }

    /// <summary>Whether Adobe's segment says YCbCr; null if it is not there, or says neither that nor RGB.</summary>
    public bool? AdobeIsYbr { get; init; }

    /// <summary>Whether the components are named R, G and B.</summary>
    public bool AreNamedRgb { get; init; }

    /// <summary>Whether there is JFIF's segment (APP0), which goes with YCbCr or grey.</summary>
    public bool HasJfif { get; init; }

    /// <summary>Whether samples of three are YCbCr, by what the codestream is; null if that does not tell.</summary>
    public bool? CertainlyYbr => IsTransformUndone ? false : IsSubsampled ? true : FileIsYbr;

    /// <summary>Whether samples of three are YCbCr, by what its writer noted; null if nothing was. Writers of lossless JPEG note JFIF without regard.</summary>
    public bool? NotedYbr => AdobeIsYbr ?? (AreNamedRgb ? false : HasJfif && IsCosine ? true : null);
}
