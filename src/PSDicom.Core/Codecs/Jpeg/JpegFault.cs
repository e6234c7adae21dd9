namespace PSDicom.Codecs.Jpeg;

/// <summary>Makes the error of a codestream that cannot be decoded.</summary>
internal static class JpegFault
{
    /// <param name="detail">What is wrong.</param>
    /// <param name="offset">Where in the codestream.</param>
    public static DicomException At(string detail, int offset) =>
        new(DicomErrorReason.InvalidCodestream, "The JPEG codestream cannot be decoded: " + detail, offset: offset);
}
