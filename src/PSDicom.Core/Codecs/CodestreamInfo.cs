namespace PSDicom.Codecs;

/// <summary>The properties that a compressed frame declares.</summary>
internal sealed class CodestreamInfo
{
    /// <summary>Rows, in pixels; 0 if the frame does not declare them (JPEG-LS).</summary>
    public required int Rows { get; init; }

    /// <summary>Columns, in pixels.</summary>
    public required int Columns { get; init; }

    /// <summary>Samples of a pixel.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>Bits of a sample; if components differ, the maximum.</summary>
    public required int BitsPerSample { get; init; }

    /// <summary>Whether samples are signed.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether the compression is lossless, except for low bits that a point transform of lossless JPEG drops.</summary>
    public required bool IsLossless { get; init; }

    /// <summary>The colour information.</summary>
    public ColorMarks Color { get; init; } = new();

    /// <summary>Whether the codestream declares that the decoded samples are YCbCr; null if it declares nothing.</summary>
    public bool? IsYbr => SamplesPerPixel < 3 ? null : Color.DefiniteYbr ?? Color.DeclaredYbr;
}
