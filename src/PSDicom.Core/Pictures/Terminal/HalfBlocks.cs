using System.Globalization;
using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>
/// Draws with half blocks: each character is two pixels, one above the other, as foreground and background colour (ISO 8613-6, 24 bits). It works in
/// every terminal with these colours, also through SSH, tmux and files.
/// </summary>
internal static class HalfBlocks
{
    private const char UpperHalf = '\u2580', LowerHalf = '\u2584', FullBlank = ' ';
    private const int Standard = -1;

    /// <summary>Draws a picture: one line for two rows of pixels, without a line break at the end.</summary>
    /// <param name="picture">The 8-bit picture, grey or RGB.</param>
    public static string Draw(Picture picture)
    {
        var text = new StringBuilder(picture.Width * picture.Height * 4);
        for (int row = 0; row < picture.Height; row += 2)
        {
            if (row > 0) text.Append('\n');
            DrawLine(text, picture, row);
        }

        return text.ToString();
    }

    private static void DrawLine(StringBuilder text, Picture picture, int row)
    {
        int letter = Standard, ground = Standard;
        for (int column = 0; column < picture.Width; column++)
        {
            int top = ColorAt(picture, row, column), bottom = row + 1 < picture.Height ? ColorAt(picture, row + 1, column) : Standard;
            if (top == bottom)
            {
                Set(text, ref ground, top, isLetter: false);
                text.Append(FullBlank);
            }
            else if (bottom == letter && top == ground && bottom != Standard)
            {
                text.Append(LowerHalf);
            }
            else
            {
                Set(text, ref letter, top, isLetter: true);
                Set(text, ref ground, bottom, isLetter: false);
                text.Append(UpperHalf);
            }
        }

        text.Append(Escape.Reset);
    }

    private static void Set(StringBuilder text, ref int current, int color, bool isLetter)
    {
        if (current == color) return;
        current = color;
        text.Append(Escape.Style);
        if (color == Standard)
        {
            text.Append(isLetter ? "39m" : "49m");
            return;
        }

        text.Append(isLetter ? "38;2;" : "48;2;");
        text.Append((color >> 16).ToString(CultureInfo.InvariantCulture)).Append(';')
            .Append(((color >> 8) & 0xFF).ToString(CultureInfo.InvariantCulture)).Append(';')
            .Append((color & 0xFF).ToString(CultureInfo.InvariantCulture)).Append('m');
    }

    private static int ColorAt(Picture picture, int row, int column)
    {
        var samples = (byte[])picture.Pixels;
        int at = ((row * picture.Width) + column) * picture.SamplesPerPixel;
        return picture.SamplesPerPixel == 1
            ? samples[at] * 0x01_0101
            : (samples[at] << 16) | (samples[at + 1] << 8) | samples[at + 2];
    }
}
