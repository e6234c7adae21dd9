using System.Text;

namespace PSDicom.Core.Tests.Pictures.Gif;

/// <summary>Reads GIF89a strictly: anything unexpected fails.</summary>
internal sealed class GifReader
{
    private readonly byte[] _bytes;
    private int _at;

    public GifReader(byte[] bytes)
    {
        _bytes = bytes;
        Assert.Equal("GIF89a", Encoding.ASCII.GetString(Take(6)));
        Width = Word();
        Height = Word();
        byte packed = Byte();
        Assert.Equal(0x80, packed & 0x80);
        Assert.Equal(0, Byte());
        AspectRatio = Byte();
        byte[] global = Take(3 << (packed & 7) + 1);
        int? delay = null;
        for (; ; )
        {
            byte kind = Byte();
            if (kind == 0x3B) break;
            if (kind == 0x2C) ReadFrame(global, delay);
            else if (kind == 0x21) ReadExtension(ref delay);
            else Assert.Fail($"block {kind} at {_at}");
        }

        Assert.Equal(bytes.Length, _at);
    }

    public int Width { get; }

    public int Height { get; }

    public int AspectRatio { get; }

    public int? Loops { get; private set; }

    public List<GifFrame> Frames { get; } = [];

    private void ReadExtension(ref int? delay)
    {
        byte label = Byte();
        byte[] first = Take(Byte());
        if (label == 0xF9)
        {
            Assert.Equal(4, first.Length);
            Assert.Equal(1 << 2, first[0]);
            delay = first[1] | first[2] << 8;
        }
        else
        {
            Assert.Equal(0xFF, label);
            Assert.Equal("NETSCAPE2.0", Encoding.ASCII.GetString(first));
            Assert.Equal(3, Byte());
            Assert.Equal(1, Byte());
            Loops = Word();
        }

        Assert.Equal(0, Byte());
    }

    private void ReadFrame(byte[] global, int? delay)
    {
        Assert.Equal((0, 0, Width, Height), (Word(), Word(), Word(), Word()));
        byte packed = Byte();
        byte[] table = packed >= 0x80 ? Take(3 << (packed & 7) + 1) : global;
        Assert.Equal(0, packed & 0x78);
        int bits = Byte();
        var data = new List<byte>();
        for (int length; (length = Byte()) > 0;) data.AddRange(Take(length));
        Frames.Add(new GifFrame(delay, packed >= 0x80, [.. Decode([.. data], bits).SelectMany(index => table[(3 * index)..(3 * index + 3)])]));
        Assert.Equal(Width * Height * 3, Frames[^1].Colors.Length);
    }

    private static List<byte> Decode(byte[] data, int indexBits)
    {
        var indices = new List<byte>();
        int clear = 1 << indexBits, bits = indexBits + 1, position = 0;
        List<byte[]> texts = [];
        byte[]? last = null;
        for (; ; )
        {
            int code = 0;
            for (int i = 0; i < bits; i++, position++) code |= (data[position >> 3] >> (position & 7) & 1) << i;
            if (code == clear)
            {
                texts = [.. Enumerable.Range(0, clear).Select(index => new[] { (byte)index }), [], []];
                bits = indexBits + 1;
                last = null;
                continue;
            }

            if (code == clear + 1) break;
            Assert.NotEmpty(texts);
            Assert.True(code <= texts.Count);
            byte[] text = code < texts.Count ? texts[code] : [.. last!, last![0]];
            indices.AddRange(text);
            if (last is not null && texts.Count < 4096) texts.Add([.. last, text[0]]);
            if (texts.Count == 1 << bits && bits < 12) bits++;
            last = text;
        }

        Assert.Equal(data.Length, (position + 7) / 8);
        return indices;
    }

    private byte Byte() => _bytes[_at++];

    private int Word() => Byte() | Byte() << 8;

    private byte[] Take(int count) => _bytes[_at..(_at += count)];
}

/// <summary>A picture of an animation.</summary>
/// <param name="Delay">The delay in hundredths of a second, if given.</param>
/// <param name="HasOwnTable">Whether it has a local colour table.</param>
/// <param name="Colors">Red, green and blue of each pixel.</param>
internal sealed record GifFrame(int? Delay, bool HasOwnTable, byte[] Colors);
