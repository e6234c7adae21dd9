namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>Writes given coefficients by any of the DCT processes.</summary>
internal sealed class ReferenceDctEncoder
{
    private static readonly int[] _zigZag = MakeZigZag();

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public int Precision { get; init; } = 8;

    public int Quantization { get; init; } = 1;

    public int RestartInterval { get; init; }

    public (int Horizontal, int Vertical)[] Sampling { get; init; } = [(1, 1)];

    private int MaxHorizontal => Sampling.Max(s => s.Horizontal);

    private int MaxVertical => Sampling.Max(s => s.Vertical);

    private int McusPerLine => DivideUp(Columns, 8 * MaxHorizontal);

    private int McuLines => DivideUp(Rows, 8 * MaxVertical);

    /// <summary>Blocks of a component, with the padding of MCUs.</summary>
    public int BlocksPerLine(int component) => McusPerLine * Sampling[component].Horizontal;

    public int BlockLines(int component) => McuLines * Sampling[component].Vertical;

    /// <summary>Coefficients, in zig-zag order, by component, block line, block and index.</summary>
    public int[][,][] MakeBlocks(Func<int, int, int, int[]> block) => Sampling.Select((_, component) =>
    {
        var blocks = new int[BlockLines(component), BlocksPerLine(component)][];
        for (int y = 0; y < blocks.GetLength(0); y++)
        {
            for (int x = 0; x < blocks.GetLength(1); x++) blocks[y, x] = block(component, x, y);
        }

        return blocks;
    }).ToArray();

    public static int NaturalOf(int zigZagIndex) => _zigZag[zigZagIndex];

    /// <summary>All segments up to the first scan.</summary>
    public JpegStream Start(int process)
    {
        JpegStream stream = new JpegStream().Quantization(Quantization).Frame(process, Precision, Rows, Columns, Sampling)
            .Huffman(HuffmanCode.Dc, isAc: false).Huffman(HuffmanCode.Ac, isAc: true);
        return RestartInterval > 0 ? stream.RestartInterval(RestartInterval) : stream;
    }

    public byte[] EncodeSequential(int[][,][] blocks, int process = JpegStream.SOF1, bool isInterleaved = true)
    {
        JpegStream stream = Start(process);
        foreach (int[] components in isInterleaved ? [All()] : Each())
        {
            stream.Scan(components);
            WriteScan(stream, components, blocks, (BitWriter bits, int[] block, ref int prediction) =>
            {
                WriteDc(bits, block, 0, ref prediction);
                WriteAc(bits, block, 1, 63, 0);
            });
        }

        return stream.End();
    }

    /// <summary>DC and each component's AC coefficients in bands, with the last bit by refinement if requested.</summary>
    public byte[] EncodeProgressive(int[][,][] blocks, bool isRefined)
    {
        int low = isRefined ? 1 : 0;
        JpegStream stream = Start(JpegStream.SOF2).Scan(All(), 0, 0, 0, low);
        WriteScan(stream, All(), blocks, (BitWriter bits, int[] block, ref int prediction) => WriteDc(bits, block, low, ref prediction));
        foreach (int[] component in Each())
        {
            foreach ((int start, int end) in new[] { (1, 5), (6, 63) })
            {
                stream.Scan(component, start, end, 0, low);
                WriteScan(stream, component, blocks, (BitWriter bits, int[] block, ref int _) => WriteAc(bits, block, start, end, low));
            }
        }

        if (!isRefined) return stream.End();
        stream.Scan(All(), 0, 0, 1, 0);
        WriteScan(stream, All(), blocks, (BitWriter bits, int[] block, ref int _) => bits.Bits(block[0] & 1, 1));
        foreach (int[] component in Each())
        {
            stream.Scan(component, 1, 63, 1, 0);
            WriteScan(stream, component, blocks, (BitWriter bits, int[] block, ref int _) => RefineAc(bits, block));
        }

        return stream.End();
    }

    private delegate void BlockWriter(BitWriter bits, int[] block, ref int prediction);

    private static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;

    private int[] All() => Enumerable.Range(0, Sampling.Length).ToArray();

    private IEnumerable<int[]> Each() => Sampling.Select((_, i) => new[] { i });

    private void WriteScan(JpegStream stream, int[] components, int[][,][] blocks, BlockWriter write)
    {
        int[] predictions = new int[Sampling.Length];
        bool isInterleaved = components.Length > 1;
        (int horizontal, int vertical) = Sampling[components[0]];
        int perLine = isInterleaved ? McusPerLine : DivideUp(DivideUp(Columns * horizontal, MaxHorizontal), 8);
        int lines = isInterleaved ? McuLines : DivideUp(DivideUp(Rows * vertical, MaxVertical), 8);
        stream.Data(perLine * lines, RestartInterval, _ => Array.Clear(predictions), (bits, mcu) =>
        {
            foreach (int component in components)
            {
                (int across, int down) = isInterleaved ? Sampling[component] : (1, 1);
                for (int v = 0; v < down; v++)
                {
                    for (int h = 0; h < across; h++)
                    {
                        int[] block = blocks[component][(mcu / perLine * down) + v, (mcu % perLine * across) + h];
                        write(bits, block, ref predictions[component]);
                    }
                }
            }
        });
    }

    private static void WriteDc(BitWriter bits, int[] block, int low, ref int prediction)
    {
        int value = block[0] >> low;
        bits.Difference(HuffmanCode.Dc, value - prediction);
        prediction = value;
    }

    private static void WriteAc(BitWriter bits, int[] block, int start, int end, int low)
    {
        int run = 0;
        for (int k = start; k <= end; k++)
        {
            // The point transform of AC coefficients rounds to 0.
            int value = block[k] / (1 << low);
            if (value == 0)
            {
                run++;
                continue;
            }

            for (; run > 15; run -= 16) bits.Symbol(HuffmanCode.Ac, 0xF0);
            int size = BitWriter.SizeOf(value);
            bits.Symbol(HuffmanCode.Ac, (run << 4) | size);
            bits.Magnitude(value, size);
            run = 0;
        }

        if (run > 0) bits.Symbol(HuffmanCode.Ac, 0x00);
    }

    /// <summary>The last bit of all AC coefficients (T.81 G.1.2.3).</summary>
    private static void RefineAc(BitWriter bits, int[] block)
    {
        int last = Array.FindLastIndex(block, value => Math.Abs(value) == 1);
        int run = 0;
        List<int> corrections = [];
        for (int k = 1; k < 64; k++)
        {
            int magnitude = Math.Abs(block[k]);
            if (magnitude > 1)
            {
                corrections.Add(magnitude & 1);
                continue;
            }

            if (magnitude == 0)
            {
                // A run of 16 is only worth its symbol if something new is behind it.
                if (++run < 16 || k > last) continue;
                Write(0xF0);
                run = 0;
                continue;
            }

            Write((run << 4) | 1, block[k] > 0 ? 1 : 0);
            run = 0;
        }

        if (run > 0 || corrections.Count > 0) Write(0x00);

        void Write(int symbol, int sign = -1)
        {
            bits.Symbol(HuffmanCode.Ac, symbol);
            if (sign >= 0) bits.Bits(sign, 1);
            foreach (int correction in corrections) bits.Bits(correction, 1);
            corrections.Clear();
        }
    }

    private static int[] MakeZigZag()
    {
        // Diagonals, each against the direction of the one before.
        var order = from d in Enumerable.Range(0, 15)
                    from i in Enumerable.Range(0, d + 1)
                    let row = d % 2 == 0 ? d - i : i
                    let column = d - row
                    where row < 8 && column < 8
                    select (row * 8) + column;
        return order.ToArray();
    }
}
