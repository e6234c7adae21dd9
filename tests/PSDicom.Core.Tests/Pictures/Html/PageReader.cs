using System.IO.Compression;
using System.Text.RegularExpressions;

namespace PSDicom.Core.Tests.Pictures.Html;

/// <summary>Reads what is in a page, as its script does.</summary>
internal static class PageReader
{
    private static readonly Regex FrameElement = new("<script type=\"application/octet-stream\" class=\"frame\" data-frame='([^']*)'>([^<]*)</script>");

    /// <summary>The JSON object and the data of each frame.</summary>
    public static (string Json, string Data)[] Frames(string page) =>
        [.. FrameElement.Matches(page).Cast<Match>().Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    /// <summary>The bytes of a text of seven bits a character.</summary>
    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        int bits = 0, count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int character = text[i] == 127 ? text[++i] ^ 64 : text[i];
            Assert.InRange(character, 0, 127);
            bits = ((bits << 7) | character) & 0x3FFF;
            count += 7;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }

    /// <summary>The bytes of a stream of zlib.</summary>
    public static byte[] Inflate(byte[] stream)
    {
        using var inflated = new MemoryStream();
        using var deflate = new DeflateStream(new MemoryStream(stream, 2, stream.Length - 6), CompressionMode.Decompress);
        deflate.CopyTo(inflated);
        return inflated.ToArray();
    }

    /// <summary>The samples of their planes of bytes.</summary>
    /// <param name="planes">The planes, the highest first.</param>
    /// <param name="width">Samples of a row.</param>
    /// <param name="size">Bytes of a sample.</param>
    public static uint[] Samples(byte[] planes, int width, int size)
    {
        int count = planes.Length / size;
        uint mask = size == 4 ? uint.MaxValue : (1u << (8 * size)) - 1;
        var samples = new uint[count];
        for (int i = 0; i < count; i++)
        {
            uint small = 0;
            for (int plane = 0; plane < size; plane++) small = (small << 8) | planes[(plane * count) + i];
            uint difference = (small >> 1) ^ (uint)-(int)(small & 1);
            uint left = i % width > 0 ? samples[i - 1] : 0, above = i >= width ? samples[i - width] : 0, corner = i % width > 0 && i >= width ? samples[i - width - 1] : 0;
            samples[i] = unchecked(left + above - corner + difference) & mask;
        }

        return samples;
    }
}
