using System;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Gif;

/// <summary>A picture of at most 256 colours: a table of them, and which of them each pixel has.</summary>
/// <param name="indices">An index into the table for each pixel.</param>
/// <param name="colors">Red, green and blue of each colour.</param>
internal sealed class IndexedPicture(byte[] indices, byte[] colors)
{
    private static readonly byte[] Greys = MakeGreys();

    public byte[] Indices { get; } = indices;

    /// <summary>The table, filled up to a size that GIF knows: 3 bytes for each of 2 to the power of <see cref="IndexBits"/>.</summary>
    public byte[] Colors { get; } = FilledUp(colors);

    /// <summary>Bits of an index, 1 to 8.</summary>
    public int IndexBits => BitsFor(Colors.Length / 3);

    /// <summary>A picture of bytes: greys as they are, colours as they are if they are few enough, else as near as 256 can be.</summary>
    public static IndexedPicture Of(Picture picture)
    {
        var samples = (byte[])picture.Pixels;
        if (picture.SamplesPerPixel == 3) return ColorQuantizer.Quantize(samples);
        return picture.IsBilevel
            ? new IndexedPicture(Array.ConvertAll(samples, sample => (byte)(sample >> 7)), [0, 0, 0, 255, 255, 255])
            : new IndexedPicture(samples, Greys);
    }

    private static int BitsFor(int count)
    {
        int bits = 1;
        while (1 << bits < count) bits++;
        return bits;
    }

    private static byte[] FilledUp(byte[] colors)
    {
        int length = 3 << BitsFor(colors.Length / 3);
        if (colors.Length < length) Array.Resize(ref colors, length);
        return colors;
    }

    private static byte[] MakeGreys()
    {
        byte[] greys = new byte[3 * 256];
        for (int i = 0; i < greys.Length; i++) greys[i] = (byte)(i / 3);
        return greys;
    }
}
