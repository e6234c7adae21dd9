using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.Jpeg2000.Blocks;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The coding passes of a code-block, sample by sample, as in the standard (T.800 annex D).</summary>
internal sealed class BlockEncoder(int[,] samples, Subband band, BlockStyle style)
{
    private readonly int _height = samples.GetLength(0);
    private readonly int _width = samples.GetLength(1);
    private readonly bool[,] _significant = new bool[samples.GetLength(0), samples.GetLength(1)];
    private readonly bool[,] _visited = new bool[samples.GetLength(0), samples.GetLength(1)];
    private readonly bool[,] _refined = new bool[samples.GetLength(0), samples.GetLength(1)];
    private readonly MqEncoder _mq = new();
    private RawWriter? _raw;

    /// <summary>Codeword segments: the number of passes and the bytes of each.</summary>
    public List<(int Passes, byte[] Bytes)> Segments { get; } = [];

    public int Passes { get; private set; }

    /// <summary>Codes all bit-planes.</summary>
    /// <returns>The number of bit-planes.</returns>
    public int Encode()
    {
        int most = 0;
        foreach (int sample in samples) most = Math.Max(most, Math.Abs(sample));
        int planes = most == 0 ? 0 : Tiling.FloorLog2(most) + 1;
        int last = planes == 0 ? 0 : (3 * planes) - 2, inSegment = 0;
        for (; Passes < last; Passes++)
        {
            int kind = (Passes + 2) % 3, plane = planes - 1 - ((Passes + 2) / 3);
            bool isRaw = IsRaw(Passes);
            if (isRaw) _raw ??= new RawWriter();
            Scan((y, x) => Code(kind, plane, y, x), kind == 2 ? (y, x) => CodeRun(plane, y, x) : null);
            if (kind == 2) EndPlane();
            if ((style & BlockStyle.ResetContexts) != 0) _mq.ResetContexts();
            inSegment++;
            if (Passes + 1 < last && !EndsSegment(Passes)) continue;
            Segments.Add((inSegment, isRaw ? _raw!.Flush() : _mq.Flush()));
            _raw = null;
            inSegment = 0;
        }

        return planes;
    }

    private bool IsRaw(int pass) => (style & BlockStyle.Bypass) != 0 && pass >= 10 && (pass + 2) % 3 < 2;

    private bool EndsSegment(int pass) =>
        (style & BlockStyle.TerminateEachPass) != 0 || ((style & BlockStyle.Bypass) != 0 && pass >= 9 && (pass + 2) % 3 != 0);

    private void EndPlane()
    {
        Array.Clear(_visited, 0, _visited.Length);
        if ((style & BlockStyle.SegmentationSymbols) == 0) return;
        foreach (int bit in new[] { 1, 0, 1, 0 }) _mq.Encode(MqDecoder.UniformContext, bit);
    }

    /// <summary>Visits the stripes. A run takes a whole column if possible, and returns how many of its rows are done.</summary>
    private void Scan(Action<int, int> code, Func<int, int, int>? run)
    {
        for (int top = 0; top < _height; top += 4)
        {
            for (int x = 0; x < _width; x++)
            {
                int y = top;
                if (run is not null && top + 4 <= _height) y += run(top, x);
                for (; y < Math.Min(top + 4, _height); y++) code(y, x);
            }
        }
    }

    private int CodeRun(int plane, int top, int x)
    {
        for (int k = 0; k < 4; k++)
        {
            if (_significant[top + k, x] || _visited[top + k, x] || Neighbours(top + k, x) != 0) return 0;
        }

        int first = 0;
        while (first < 4 && !HasBit(plane, top + first, x)) first++;
        _mq.Encode(MqDecoder.RunLengthContext, first < 4 ? 1 : 0);
        if (first == 4) return 4;
        _mq.Encode(MqDecoder.UniformContext, first >> 1);
        _mq.Encode(MqDecoder.UniformContext, first & 1);
        CodeSign(top + first, x);
        return first + 1;
    }

    private void Code(int kind, int plane, int y, int x)
    {
        int neighbours = Neighbours(y, x), bit = HasBit(plane, y, x) ? 1 : 0;
        if (kind == 1)
        {
            if (!_significant[y, x] || _visited[y, x]) return;
            Put(BlockContexts.FirstRefinement + (_refined[y, x] ? 2 : neighbours != 0 ? 1 : 0), bit);
            _refined[y, x] = true;
            return;
        }

        if (_significant[y, x] || _visited[y, x] || (kind == 0 && neighbours == 0)) return;
        Put(BlockContexts.Significance(band)[neighbours], bit);
        if (bit != 0) CodeSign(y, x);
        if (kind == 0) _visited[y, x] = true;
    }

    private void CodeSign(int y, int x)
    {
        int index = Sign(y - 1, x, y) | (Sign(y, x - 1, y) << 2) | (Sign(y, x + 1, y) << 4) | (Sign(y + 1, x, y) << 6);
        int prediction = BlockContexts.Sign[index], sign = samples[y, x] < 0 ? 1 : 0;
        if (_raw is null) Put(prediction & 0x7F, sign ^ (prediction >> 7));
        else Put(0, sign);
        _significant[y, x] = true;
    }

    private void Put(int context, int bit)
    {
        if (_raw is null) _mq.Encode(context, bit);
        else _raw.Put(bit);
    }

    private bool HasBit(int plane, int y, int x) => ((Math.Abs(samples[y, x]) >> plane) & 1) != 0;

    private int Sign(int y, int x, int from) => !IsSignificant(y, x, from) ? 0 : samples[y, x] < 0 ? 3 : 2;

    private int Neighbours(int y, int x)
    {
        int bits = 0;
        for (int i = 0; i < 9; i++)
        {
            if (i != 4 && IsSignificant(y - 1 + (i / 3), x - 1 + (i % 3), y)) bits |= 1 << i;
        }

        return bits;
    }

    private bool IsSignificant(int y, int x, int from) =>
        y >= 0 && y < _height && x >= 0 && x < _width && _significant[y, x] &&
        ((style & BlockStyle.VerticallyCausal) == 0 || y >> 2 <= from >> 2);

    /// <summary>Bits without arithmetic coding (T.800 D.6).</summary>
    private sealed class RawWriter
    {
        private readonly List<byte> _bytes = [];
        private int _current;
        private int _left = 8;

        public void Put(int bit)
        {
            _left--;
            _current |= bit << _left;
            if (_left > 0) return;
            _bytes.Add((byte)_current);
            _left = _current == 0xFF ? 7 : 8;
            _current = 0;
        }

        public byte[] Flush()
        {
            if (_left < 8) _bytes.Add((byte)_current);
            return [.. _bytes];
        }
    }
}
