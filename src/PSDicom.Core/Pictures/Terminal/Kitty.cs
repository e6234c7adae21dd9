using System;
using System.Globalization;
using System.IO;
using System.Text;
using PSDicom.Pictures.Png;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>Draws by Kitty's graphics protocol: the picture as PNG, in pieces. Kitty, Ghostty, Konsole and others know it; nothing is lost.</summary>
internal static class Kitty
{
    /// <summary>Characters of a piece: as many as the protocol allows.</summary>
    private const int PieceLength = 4096;

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">Of bytes, grey or RGB.</param>
    /// <param name="columns">How many columns of the terminal it is to take; its height follows.</param>
    public static string Draw(Picture picture, int columns)
    {
        using var png = new MemoryStream();
        var writer = new PngWriter(png, new ImageWriteOptions());
        writer.Add(picture);
        writer.Complete();
        string data = Convert.ToBase64String(png.GetBuffer(), 0, (int)png.Length);
        var text = new StringBuilder(data.Length + (data.Length / PieceLength * 16) + 64);
        for (int start = 0; start < data.Length; start += PieceLength)
        {
            int length = Math.Min(PieceLength, data.Length - start);
            text.Append(Escape.ProgramString).Append('G');

            // Shown at once (a=T), PNG (f=100), and without an answer (q=2), which a shell would take for typed.
            if (start == 0) text.Append("a=T,f=100,q=2,c=").Append(columns.ToString(CultureInfo.InvariantCulture)).Append(',');
            text.Append(start + length < data.Length ? "m=1;" : "m=0;").Append(data, start, length).Append(Escape.End);
        }

        return text.ToString();
    }
}
