namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Makes the exception for a codestream that cannot be decoded.</summary>
internal static class Fault
{
    /// <summary>What is wrong, and where in the frame.</summary>
    public static DicomException At(long offset, string detail) =>
        new(DicomErrorReason.InvalidCodestream, "JPEG 2000: " + detail, offset: offset);
}
