namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>Builds a JPEG codestream, marker by marker.</summary>
internal sealed class JpegStream
{
    public const int SOF0 = 0xC0, SOF1 = 0xC1, SOF2 = 0xC2, SOF3 = 0xC3;

    public JpegStream() => Marker(0xD8);

    public List<byte> Bytes { get; } = [];

    public JpegStream Marker(int code)
    {
        Bytes.AddRange([0xFF, (byte)code]);
        return this;
    }

    public JpegStream Segment(int code, params byte[] parameters)
    {
        Marker(code);
        Bytes.AddRange([(byte)((parameters.Length + 2) >> 8), (byte)(parameters.Length + 2), .. parameters]);
        return this;
    }

    public JpegStream Frame(int code, int precision, int rows, int columns, params (int Horizontal, int Vertical)[] sampling)
    {
        List<byte> parameters = [(byte)precision, (byte)(rows >> 8), (byte)rows, (byte)(columns >> 8), (byte)columns];
        parameters.Add((byte)sampling.Length);
        for (int i = 0; i < sampling.Length; i++)
            parameters.AddRange([(byte)(i + 1), (byte)((sampling[i].Horizontal << 4) | sampling[i].Vertical), 0]);
        return Segment(code, [.. parameters]);
    }

    /// <summary>A quantization table of one value, 16 bits if it must be.</summary>
    public JpegStream Quantization(int value)
    {
        IEnumerable<byte> entry = value > 255 ? [(byte)(value >> 8), (byte)value] : [(byte)value];
        return Segment(0xDB, [(byte)(value > 255 ? 0x10 : 0), .. Enumerable.Repeat(entry, 64).SelectMany(bytes => bytes)]);
    }

    /// <summary>A table in slot 0.</summary>
    public JpegStream Huffman(HuffmanCode table, bool isAc) =>
        Segment(0xC4, [(byte)(isAc ? 0x10 : 0), .. table.Counts, .. table.Symbols]);

    public JpegStream RestartInterval(int mcus) => Segment(0xDD, (byte)(mcus >> 8), (byte)mcus);

    /// <summary>A scan header; <paramref name="components"/> count from 0.</summary>
    public JpegStream Scan(int[] components, int spectralStart = 0, int spectralEnd = 63, int high = 0, int low = 0) =>
        Segment(
            0xDA,
            [
                (byte)components.Length,
                .. components.SelectMany(c => new byte[] { (byte)(c + 1), 0 }),
                (byte)spectralStart, (byte)spectralEnd, (byte)((high << 4) | low),
            ]);

    /// <summary>Entropy-coded data of each MCU, with RST markers between intervals.</summary>
    public JpegStream Data(int mcus, int restartInterval, Action<int> restart, Action<BitWriter, int> write)
    {
        restart(0);
        var bits = new BitWriter(Bytes);
        for (int mcu = 0; mcu < mcus; mcu++)
        {
            if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0)
            {
                bits.Flush();
                Marker(0xD0 + (((mcu / restartInterval) - 1) & 7));
                restart(mcu);
            }

            write(bits, mcu);
        }

        bits.Flush();
        return this;
    }

    /// <summary>The position of the first marker of this code.</summary>
    public static int Find(byte[] stream, int marker) => stream.AsSpan().IndexOf(new[] { (byte)0xFF, (byte)marker });

    public static int FindLast(byte[] stream, int marker) => stream.AsSpan().LastIndexOf(new[] { (byte)0xFF, (byte)marker });

    public byte[] End() => [.. Marker(0xD9).Bytes];
}
