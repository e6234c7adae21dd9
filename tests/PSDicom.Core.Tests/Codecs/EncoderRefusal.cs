using PSDicom.Codecs;

namespace PSDicom.Core.Tests.Codecs;

/// <summary>Checks that an encoder refuses pixel data that its transfer syntax does not allow.</summary>
internal static class EncoderRefusal
{
    public static void Check(IFrameEncoder encoder, string interpretation, int samples, int allocated, int stored, bool isSigned, string message, bool isFloat = false) =>
        Check(
            encoder,
            new FrameFormat
            {
                Shape = new FrameShape(2, 2, samples, Math.Max(1, allocated / 8)),
                BitsAllocated = allocated,
                BitsStored = stored,
                IsSigned = isSigned,
                IsFloat = isFloat,
                PhotometricInterpretation = interpretation,
            },
            FrameEncodingOptions.Default,
            message);

    public static void Check(IFrameEncoder encoder, FrameFormat format, FrameEncodingOptions options, string message)
    {
        var target = new EncodedBytes();
        DicomException exception = Assert.Throws<DicomException>(() => encoder.Encode(new byte[format.Shape.Length], format, options, target));
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, exception.Reason);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, target.Length);
    }
}
