using System.Globalization;

namespace PSDicom.Codecs;

/// <summary>Checks the declared size of a compressed frame against the number of its bytes.</summary>
internal static class FrameSize
{
    /// <summary>Rejects a frame that is too large, before memory is allocated.</summary>
    /// <param name="shape">The decoded frame.</param>
    /// <param name="compressed">The number of compressed bytes.</param>
    /// <exception cref="DicomException">The frame is too large for an array, or for the number of its bytes.</exception>
    public static void Check(FrameShape shape, long compressed)
    {
        // In floating point, as the product can overflow integers.
        if ((double)shape.Rows * shape.Columns * shape.SamplesPerPixel * shape.BytesPerSample > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, "The decoded frame has more bytes than an array can hold.", tagPath: "PixelData");
        }

        if (shape.Length > DicomLimits.MinimumDecoded && shape.Length / DicomLimits.MaxDecodedPerByte > compressed)
        {
            throw new DicomException(
                DicomErrorReason.FrameTooLarge,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The frame of {0} bytes declares {1} x {2} pixels: it is damaged or malicious.",
                    compressed,
                    shape.Rows,
                    shape.Columns),
                tagPath: "PixelData");
        }
    }
}
