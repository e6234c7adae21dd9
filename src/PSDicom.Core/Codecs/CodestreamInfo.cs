namespace PSDicom.Codecs;

/// <summary>What a compressed frame says of itself.</summary>
internal sealed class CodestreamInfo
{
    /// <summary>Rows, in pixels; 0 if it does not tell, as JPEG-LS may.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns, in pixels.</summary>
    public required int Columns { get; init; }

    /// <summary>Samples of a pixel.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>Bits of a sample; of samples that differ, the most.</summary>
    public required int BitsPerSample { get; init; }

    /// <summary>Whether samples are signed.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether samples come out as they went in, but for the lowest bits, which some lossless JPEG leaves out.</summary>
    public required bool IsLossless { get; init; }

    /// <summary>What it tells of colour.</summary>
    public ColorMarks Color { get; init; } = new();

    /// <summary>Whether the decoded samples are YCbCr, as the codestream tells; null if it does not tell.</summary>
    public bool? IsYbr => SamplesPerPixel < 3 ? null : Color.CertainlyYbr ?? Color.NotedYbr;
}
