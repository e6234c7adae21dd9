using System;
using System.Globalization;
using System.IO;
using System.Text;
using PSDicom.Pictures.Png;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>Draws with the Kitty graphics protocol: lossless PNG in chunks. Kitty, Ghostty, Konsole and other terminals support it.</summary>
internal static class Kitty
{
    /// <summary>The characters of a chunk: the maximum of the protocol.</summary>
    private const int PieceLength = 4096;

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">The 8-bit picture, grey or RGB.</param>
    /// <param name="columns">The width in columns of the terminal, which also determines the height.</param>
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

            // Displayed immediately (a=T), PNG (f=100), without an answer (q=2), which a shell would treat as typed input.
            if (start == 0) text.Append("a=T,f=100,q=2,c=").Append(columns.ToString(CultureInfo.InvariantCulture)).Append(',');
            text.Append(start + length < data.Length ? "m=1;" : "m=0;").Append(data, start, length).Append(Escape.End);
        }

        return text.ToString();
    }
}
