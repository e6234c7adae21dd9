namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>Encodes samples by the lossless process, all components at full resolution.</summary>
internal sealed class ReferenceLosslessEncoder
{
    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public int Precision { get; init; } = 8;

    public int Predictor { get; init; } = 1;

    public int PointTransform { get; init; }

    /// <summary>Lines of a restart interval; 0 for none.</summary>
    public int RestartLines { get; init; }

    public bool IsInterleaved { get; init; } = true;

    public HuffmanCode Table { get; init; } = HuffmanCode.Dc;

    /// <summary>Planes of samples, one for each component.</summary>
    public byte[] Encode(params int[][] planes)
    {
        JpegStream stream = new JpegStream()
            .Frame(JpegStream.SOF3, Precision, Rows, Columns, planes.Select(_ => (1, 1)).ToArray())
            .Huffman(Table, isAc: false);
        if (RestartLines > 0) stream.RestartInterval(RestartLines * Columns);
        int[][] scans = IsInterleaved ? [Enumerable.Range(0, planes.Length).ToArray()] : planes.Select((_, i) => new[] { i }).ToArray();
        foreach (int[] scan in scans) WriteScan(stream, scan, planes);
        return stream.End();
    }

    private void WriteScan(JpegStream stream, int[] components, int[][] planes)
    {
        int firstLine = 0;
        stream.Scan(components, Predictor, 0, 0, PointTransform);
        stream.Data(Rows * Columns, RestartLines * Columns, mcu => firstLine = mcu / Columns, (bits, mcu) =>
        {
            foreach (int component in components)
            {
                int prediction = Predict(planes[component], mcu % Columns, mcu / Columns, firstLine);
                bits.Difference(Table, (short)((planes[component][mcu] >> PointTransform) - prediction));
            }
        });
    }

    /// <summary>T.81 H.1.2.1, table H.1.</summary>
    private int Predict(int[] plane, int x, int y, int firstLine)
    {
        int At(int column, int row) => plane[(row * Columns) + column] >> PointTransform;
        if (y == firstLine) return x == 0 ? 1 << (Precision - PointTransform - 1) : At(x - 1, y);
        if (x == 0) return At(x, y - 1);
        int a = At(x - 1, y), b = At(x, y - 1), c = At(x - 1, y - 1);
        return Predictor switch
        {
            1 => a,
            2 => b,
            3 => c,
            4 => a + b - c,
            5 => a + ((b - c) >> 1),
            6 => b + ((a - c) >> 1),
            _ => (a + b) >> 1,
        };
    }
}
