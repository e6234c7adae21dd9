namespace PSDicom.Codecs;

/// <summary>The colour information of a codestream; empty by default.</summary>
internal sealed record ColorMarks
{
    /// <summary>Whether the codestream has a colour transform that decoding reverses: of JPEG 2000, or of HP's JPEG-LS.</summary>
    public bool IsTransformUndone { get; init; }

    /// <summary>Whether a component has fewer samples than another.</summary>
    public bool IsSubsampled { get; init; }

    /// <summary>Whether the colour specification of a JP2 file is YCbCr; null if there is none, or it is neither YCbCr nor RGB.</summary>
    public bool? FileIsYbr { get; init; }

    /// <summary>Whether this is JPEG 2000.</summary>
    public bool IsJpeg2000 { get; init; }

    /// <summary>Whether this is DCT-based JPEG, whose encoders convert RGB to YCbCr by default.</summary>
    public bool IsDct { get; init; }

    /// <summary>Whether there is an Adobe segment (APP14).</summary>
    public bool HasAdobe { get; init; }

    /// <summary>Whether the Adobe segment declares YCbCr; null if there is none, or it declares neither YCbCr nor RGB.</summary>
    public bool? AdobeIsYbr { get; init; }

    /// <summary>Whether the components are named R, G and B.</summary>
    public bool AreNamedRgb { get; init; }

    /// <summary>Whether there is a JFIF segment (APP0), which implies YCbCr or grey.</summary>
    public bool HasJfif { get; init; }

    /// <summary>Whether three samples are YCbCr, by the structure of the codestream; null if that does not decide.</summary>
    public bool? DefiniteYbr => IsTransformUndone ? false : IsSubsampled ? true : FileIsYbr;

    /// <summary>
    /// Whether three samples are YCbCr, by the metadata of the encoder; null if there are none. Encoders of lossless JPEG write JFIF in any
    /// case.
    /// </summary>
    public bool? DeclaredYbr => AdobeIsYbr ?? (AreNamedRgb ? false : HasJfif && IsDct ? true : null);
}
