using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PSDicom.Core.Tests.Pictures.Png;

/// <summary>Reads PNG by the standard, slowly, with every checksum and every filter.</summary>
internal sealed class PngReader
{
    public PngReader(byte[] file)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], file[..8]);
        for (int place = 8; place < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(place));
            byte[] counted = file[(place + 4)..(place + 8 + length)];
            Assert.Equal(Crc(counted), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(place + 8 + length)));
            Chunks.Add((Encoding.ASCII.GetString(counted, 0, 4), counted[4..]));
            place += 12 + length;
        }

        byte[] header = this["IHDR"];
        Width = BinaryPrimitives.ReadInt32BigEndian(header);
        Height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        BitDepth = header[8];
        SamplesPerPixel = header[9] == 2 ? 3 : 1;
        Assert.Equal([header[9] == 2 ? (byte)2 : (byte)0, 0, 0, 0], header[9..]);
        Pixels = ToSamples(Unfilter());
    }

    public List<(string Type, byte[] Data)> Chunks { get; } = [];

    public int Width { get; }

    public int Height { get; }

    public int BitDepth { get; }

    public int SamplesPerPixel { get; }

    /// <summary>The samples; those of one bit are 0 and 255.</summary>
    public Array Pixels { get; }

    public byte[] this[string type] => Chunks.Single(chunk => chunk.Type == type).Data;

    private byte[][] Unfilter()
    {
        using var stream = new ZLibStream(new MemoryStream([.. Chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]), CompressionMode.Decompress);
        var inflated = new MemoryStream();
        stream.CopyTo(inflated);
        byte[] bytes = inflated.ToArray();
        int length = ((Width * SamplesPerPixel * BitDepth) + 7) / 8, pixel = Math.Max(1, SamplesPerPixel * BitDepth / 8);
        Assert.Equal((long)(length + 1) * Height, bytes.Length);
        var lines = new byte[Height][];
        byte[] above = new byte[length];
        for (int y = 0; y < Height; y++)
        {
            byte filter = bytes[y * (length + 1)];
            byte[] line = bytes[((y * (length + 1)) + 1)..((y + 1) * (length + 1))];
            for (int x = 0; x < length; x++)
            {
                int a = x < pixel ? 0 : line[x - pixel], b = above[x], c = x < pixel ? 0 : above[x - pixel], p = a + b - c;
                int paeth = new[] { a, b, c }.MinBy(value => Math.Abs(p - value));
                line[x] += (byte)(filter switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, 4 => paeth, _ => throw new InvalidDataException() });
            }

            lines[y] = above = line;
        }

        return lines;
    }

    private Array ToSamples(byte[][] lines) => BitDepth switch
    {
        1 => lines.SelectMany(line => Enumerable.Range(0, Width).Select(x => (byte)(((line[x / 8] >> (7 - (x % 8))) & 1) * 255))).ToArray(),
        8 => lines.SelectMany(line => line).ToArray(),
        _ => lines.SelectMany(line => line.Chunk(2).Select(pair => (ushort)((pair[0] << 8) | pair[1]))).ToArray(),
    };

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
