using System;

namespace PSDicom.Codecs;

/// <summary>Distinguishes JPEG and JPEG-LS, which begin with the same bytes.</summary>
internal static class JpegFamily
{
    private const byte StartOfJpegLsFrame = 0xF7;

    /// <summary>Whether the first start-of-frame marker is the one of JPEG-LS (ITU-T T.87 section C.1.1).</summary>
    public static bool IsJpegLs(ReadOnlySpan<byte> frame)
    {
        int position = 2;
        while (position + 4 <= frame.Length && frame[position] == 0xFF)
        {
            byte marker = frame[position + 1];
            if (marker == 0xFF)
            {
                // A marker may be preceded by any number of fill bytes.
                position++;
                continue;
            }

            if (marker == StartOfJpegLsFrame) return true;
            bool isStartOfFrame = marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (isStartOfFrame || marker is 0xD9 or 0xDA) return false;
            position += 2 + (frame[position + 2] << 8 | frame[position + 3]);
        }

        return false;
    }
}
