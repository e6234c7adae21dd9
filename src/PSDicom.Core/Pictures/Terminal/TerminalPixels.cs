using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>Converts pictures for terminals: 8 bits, grey or RGB.</summary>
internal static class TerminalPixels
{
    /// <summary>Converts a picture to 8 bits: the upper 8 of 16.</summary>
    /// <exception cref="DicomException">The picture is neither grey nor RGB of 8 or 16 bits.</exception>
    [MethodImpl(Compiled.AtOnce)]
    public static Picture Of(Picture picture)
    {
        if (picture.SamplesPerPixel is 1 or 3 && picture.Pixels.Length > 0)
        {
            if (picture.Pixels.GetType() == typeof(byte[])) return picture;
            if (picture.Pixels.GetType() == typeof(ushort[]))
            {
                var words = (ushort[])picture.Pixels;
                var bytes = new byte[words.Length];
                for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(words[i] >> 8);
                return picture.With(bytes, picture.SamplesPerPixel);
            }
        }

        throw new DicomException(DicomErrorReason.PictureNotSupported, "A terminal shows only grey or RGB pictures of 8 or 16 bits: choose a window.");
    }

    /// <summary>Converts a picture to RGB.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static Picture ToColor(Picture picture)
    {
        if (picture.SamplesPerPixel == 3) return picture;
        var greys = (byte[])picture.Pixels;
        var colors = new byte[3 * greys.Length];
        for (int i = 0; i < greys.Length; i++) colors[3 * i] = colors[(3 * i) + 1] = colors[(3 * i) + 2] = greys[i];
        return picture.With(colors, 3);
    }
}
