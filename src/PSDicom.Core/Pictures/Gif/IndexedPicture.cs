using System;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Gif;

/// <summary>A picture of at most 256 colours: a colour table, and an index for each pixel.</summary>
/// <param name="indices">An index into the table for each pixel.</param>
/// <param name="colors">Red, green and blue of each colour.</param>
internal sealed class IndexedPicture(byte[] indices, byte[] colors)
{
    private static readonly byte[] Greys = MakeGreys();

    public byte[] Indices { get; } = indices;

    /// <summary>The colour table, padded to a size of GIF: 3 bytes for each of 2 to the power of <see cref="IndexBits"/> colours.</summary>
    public byte[] Colors { get; } = Padded(colors);

    /// <summary>Bits of an index, 1 to 8.</summary>
    public int IndexBits => BitsFor(Colors.Length / 3);

    /// <summary>Indexes an 8-bit picture. Greys and up to 256 colours are kept exactly; more colours are quantized.</summary>
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

    private static byte[] Padded(byte[] colors)
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
