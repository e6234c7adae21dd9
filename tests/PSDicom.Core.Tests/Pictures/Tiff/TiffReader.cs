using System.IO.Compression;

namespace PSDicom.Core.Tests.Pictures.Tiff;

/// <summary>Reads the expected subset of little-endian TIFF and BigTIFF. It fails for what the formats forbid.</summary>
internal sealed class TiffReader
{
    private readonly byte[] _bytes;
    private int _at;

    public TiffReader(byte[] bytes)
    {
        _bytes = bytes;
        Assert.Equal(0x4949, Word());
        IsBig = Word() == 43;
        if (IsBig) Assert.Equal(8u, Long());
        for (int at = ReadOffset(); at != 0; at = ReadOffset()) ReadDirectory(at);
    }

    public bool IsBig { get; }

    public List<Dictionary<int, double[]>> Pages { get; } = [];

    /// <summary>The samples of a page, little endian.</summary>
    public byte[] Samples(int page)
    {
        Dictionary<int, double[]> fields = Pages[page];
        int width = (int)fields[256][0], height = (int)fields[257][0], perPixel = (int)fields[277][0], rowsPerStrip = (int)fields[278][0];
        Assert.Equal([8], fields[259]);
        Assert.Equal([1], fields[284]);
        Assert.Equal([perPixel == 3 ? 2 : 1], fields[262]);
        Assert.Equal(perPixel, fields[258].Length);
        int bits = (int)Assert.Single(fields[258].Distinct()), bytesPerRow = (width * perPixel * bits + 7) / 8;
        Assert.Equal((height + rowsPerStrip - 1) / rowsPerStrip, fields[273].Length);
        List<byte> samples = [];
        for (int strip = 0; strip < fields[273].Length; strip++)
        {
            int offset = (int)fields[273][strip];
            using var inflated = new MemoryStream();
            using (var zlib = new ZLibStream(new MemoryStream(_bytes, offset, (int)fields[279][strip]), CompressionMode.Decompress)) zlib.CopyTo(inflated);
            Assert.Equal(Math.Min(rowsPerStrip, height - strip * rowsPerStrip) * bytesPerRow, inflated.Length);
            samples.AddRange(inflated.ToArray());
        }

        byte[] result = [.. samples];
        if (fields.TryGetValue(317, out double[]? predictor)) Sum(result, bytesPerRow, perPixel, bits, (int)predictor[0]);
        return result;
    }

    private static void Sum(byte[] bytes, int bytesPerRow, int perPixel, int bits, int predictor)
    {
        Assert.Equal(2, predictor);
        int size = bits / 8, distance = perPixel * size;
        for (int i = 0; i < bytes.Length; i += size)
        {
            if (i % bytesPerRow < distance) continue;
            int sum = size == 1 ? bytes[i] + bytes[i - distance] : BitConverter.ToUInt16(bytes, i) + BitConverter.ToUInt16(bytes, i - distance);
            bytes[i] = (byte)sum;
            if (size == 2) bytes[i + 1] = (byte)(sum >> 8);
        }
    }

    private void ReadDirectory(int at)
    {
        Assert.Equal(0, at % 2);
        _at = at;
        int count = IsBig ? (int)Long8() : Word();
        var fields = new Dictionary<int, double[]>();
        int last = 0;
        for (int i = 0; i < count; i++)
        {
            int tag = Word();
            Assert.True(tag > last);
            last = tag;
            fields.Add(tag, ReadField());
        }

        Pages.Add(fields);
    }

    private double[] ReadField()
    {
        int type = Word();
        int count = ReadOffset(), next = _at + (IsBig ? 8 : 4);
        int size = type switch { 2 => 1, 3 => 2, 4 => 4, 5 or 16 => 8, _ => throw new InvalidDataException($"type {type}") };
        if (size * count > (IsBig ? 8 : 4))
        {
            _at = ReadOffset();
            Assert.Equal(0, _at % 2);
        }

        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = type switch
            {
                2 => _bytes[_at++],
                3 => Word(),
                4 => Long(),
                5 => (double)Long() / Long(),
                _ => Long8(),
            };
        }

        _at = next;
        return values;
    }

    private int ReadOffset() => IsBig ? (int)Long8() : (int)Long();

    private ushort Word() => BitConverter.ToUInt16(_bytes, (_at += 2) - 2);

    private uint Long() => BitConverter.ToUInt32(_bytes, (_at += 4) - 4);

    private long Long8() => BitConverter.ToInt64(_bytes, (_at += 8) - 8);
}
