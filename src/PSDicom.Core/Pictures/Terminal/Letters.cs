using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>Draws with letters of ASCII, from blank for black to @ for white: for terminals without colours, and for logs and mail.</summary>
internal static class Letters
{
    private const string Ramp = " .:-=+*#%@";

    /// <summary>Draws a picture: a letter a pixel and a line a row, without a line break at the end.</summary>
    /// <param name="picture">Of bytes, grey or RGB.</param>
    public static string Draw(Picture picture)
    {
        var samples = (byte[])picture.Pixels;
        var text = new StringBuilder((picture.Width + 1) * picture.Height);
        for (int row = 0; row < picture.Height; row++)
        {
            if (row > 0) text.Append('\n');
            for (int column = 0; column < picture.Width; column++)
            {
                int at = ((row * picture.Width) + column) * picture.SamplesPerPixel;
                int grey = picture.SamplesPerPixel == 1 ? samples[at] : Luminance(samples[at], samples[at + 1], samples[at + 2]);
                text.Append(Ramp[grey * Ramp.Length / 256]);
            }
        }

        return text.ToString();
    }

    /// <summary>By the weights of ITU-R BT.601, as PS3.3 section C.7.6.3.1.2 has them for YBR.</summary>
    private static int Luminance(int red, int green, int blue) => ((299 * red) + (587 * green) + (114 * blue)) / 1000;
}
