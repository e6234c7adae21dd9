using System.Globalization;

namespace PSDicom.Codecs;

/// <summary>What a compressed frame says of its size, against the bytes that there are of it.</summary>
internal static class FrameSize
{
    /// <summary>Finds a frame that is not to be decoded, before memory is taken for it.</summary>
    /// <param name="shape">What it would be.</param>
    /// <param name="compressed">The bytes that are there.</param>
    /// <exception cref="DicomException">It would be too large, at all or for so few bytes.</exception>
    public static void Check(FrameShape shape, long compressed)
    {
        // In reals, as the product of what a codestream says may not fit into whole numbers.
        if ((double)shape.Rows * shape.Columns * shape.SamplesPerPixel * shape.BytesPerSample > DicomLimits.MaxArray)
        {
            throw new DicomException(
                DicomErrorReason.ValueTooLarge, "A frame has more bytes than an array can hold.", tagPath: "PixelData");
        }

        if (shape.Length > DicomLimits.MinimumDecoded && shape.Length / DicomLimits.MaxDecodedPerByte > compressed)
        {
            throw new DicomException(
                DicomErrorReason.FrameTooLarge,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The {0} bytes of the frame claim to be {1} x {2} pixels: it is damaged, or made to use up memory.",
                    compressed,
                    shape.Rows,
                    shape.Columns),
                tagPath: "PixelData");
        }
    }
}
