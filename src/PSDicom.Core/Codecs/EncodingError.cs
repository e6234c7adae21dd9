namespace PSDicom.Codecs;

/// <summary>Creates the error of pixel data that a transfer syntax does not allow (<see cref="DicomErrorReason.PixelFormatNotAllowed"/>).</summary>
internal static class EncodingError
{
    /// <param name="name">The compression, as the subject of the sentence: "RLE Lossless".</param>
    /// <param name="detail">What it allows and what the pixel data are: the rest of the sentence, with a full stop.</param>
    public static DicomException NotAllowed(string name, string detail) =>
        new(DicomErrorReason.PixelFormatNotAllowed, $"{name} {detail}", tagPath: "PixelData");
}
