using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>Pictures as terminals take them: bytes, grey or red, green and blue.</summary>
internal static class TerminalPixels
{
    /// <summary>The picture in 8 bits: of 16, the upper ones.</summary>
    /// <exception cref="DicomException">It is neither grey nor RGB of 8 or 16 bits.</exception>
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

        throw new DicomException(DicomErrorReason.PictureNotSupported, "A terminal shows grey or red, green and blue of 8 or 16 bits; choose a window.");
    }

    /// <summary>The same picture in red, green and blue.</summary>
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
