using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>Draws with ASCII characters, from blank for black to @ for white: for terminals without colours, logs and mail.</summary>
internal static class Letters
{
    private const string Ramp = " .:-=+*#%@";

    /// <summary>Draws a picture: one character per pixel and one line per row, without a line break at the end.</summary>
    /// <param name="picture">The 8-bit picture, grey or RGB.</param>
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

    /// <summary>The luminance, with the weights of ITU-R BT.601 as in PS3.3 section C.7.6.3.1.2 for YBR.</summary>
    private static int Luminance(int red, int green, int blue) => ((299 * red) + (587 * green) + (114 * blue)) / 1000;
}
