namespace PSDicom.Codecs;

/// <summary>Creates the error of a compressed frame that cannot be decoded (<see cref="DicomErrorReason.InvalidCodestream"/>).</summary>
internal static class CodestreamError
{
    /// <param name="detail">The problem: a clause without a capital, with a full stop.</param>
    /// <param name="offset">The position in the frame; null if there is none.</param>
    public static DicomException Jpeg(string detail, long? offset = null) => Create("JPEG", detail, offset);

    /// <inheritdoc cref="Jpeg"/>
    public static DicomException JpegLs(string detail, long? offset = null) => Create("JPEG-LS", detail, offset);

    /// <inheritdoc cref="Jpeg"/>
    public static DicomException Jpeg2000(string detail, long? offset = null) => Create("JPEG 2000", detail, offset);

    /// <inheritdoc cref="Jpeg"/>
    public static DicomException Rle(string detail, long? offset = null) => Create("RLE", detail, offset);

    private static DicomException Create(string format, string detail, long? offset) =>
        new(DicomErrorReason.InvalidCodestream, $"{format}: {detail}", offset: offset);
}
