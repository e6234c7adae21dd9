using PSDicom.Codecs.Jpeg;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Jpeg;

/// <summary>The segment that makes a codestream a JFIF 1.02 file (ITU-T T.871 10.1).</summary>
internal static class JfifSegment
{
    /// <summary>Makes the segment of a picture, without a thumbnail.</summary>
    public static byte[] Make(Picture picture)
    {
        PixelDensity density = PixelDensity.Of(picture);
        return
        [
            0xFF, JpegMarker.APP0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2, density.Unit,
            (byte)(density.Horizontal >> 8), (byte)density.Horizontal, (byte)(density.Vertical >> 8), (byte)density.Vertical, 0, 0,
        ];
    }
}
