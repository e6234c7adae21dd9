using System;
using System.Buffers.Binary;

namespace PSDicom.Frames.Transcoding;

/// <summary>Reads the parameters of lossless JPEG codestreams (ITU-T T.81 annexes B and H).</summary>
internal static class JpegLosslessStream
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, LosslessFrame = 0xC3, StartOfScan = 0xDA;

    /// <summary>Whether a codestream is lossless with the first predictor in all scans, as the transfer syntax 1.2.840.10008.1.2.4.70 requires.</summary>
    public static bool IsFirstOrder(ReadOnlySpan<byte> stream)
    {
        bool isLossless = false, hasScan = false;
        for (int i = 0; i + 1 < stream.Length;)
        {
            byte marker = stream[i + 1];
            if (stream[i] != 0xFF || marker is 0 or 0xFF or (>= 0xD0 and <= StartOfImage))
            {
                // Entropy-coded bytes, and markers without a segment.
                i += stream[i] == 0xFF && marker is not 0xFF ? 2 : 1;
                continue;
            }

            if (marker == EndOfImage) break;
            if (i + 4 > stream.Length) return false;
            int length = BinaryPrimitives.ReadUInt16BigEndian(stream.Slice(i + 2));
            if (length < 2 || i + 2 + length > stream.Length) return false;
            ReadOnlySpan<byte> segment = stream.Slice(i + 4, length - 2);
            isLossless |= marker == LosslessFrame;
            if (marker == StartOfScan)
            {
                // Ns, two bytes for each component, the predictor, an unused byte, and the point transform.
                if (segment.Length < 1 || segment.Length < (segment[0] * 2) + 4 || segment[(segment[0] * 2) + 1] != 1) return false;
                hasScan = true;
            }

            i += 2 + length;
        }

        return isLossless && hasScan;
    }
}
