namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The bits of a packet header (T.800 B.10).</summary>
internal sealed class PacketBitWriter
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

    public void Put(int value, int count)
    {
        for (int i = count - 1; i >= 0; i--) Put((value >> i) & 1);
    }

    /// <summary>Writes the number of new passes (T.800 table B.4).</summary>
    public void PutPasses(int passes)
    {
        if (passes == 1) Put(0, 1);
        else if (passes == 2) Put(2, 2);
        else if (passes <= 5) Put(0xC | (passes - 3), 4);
        else if (passes <= 36) Put(0x1E0 | (passes - 6), 9);
        else Put(0xFF80 | (passes - 37), 16);
    }

    public byte[] ToArray()
    {
        if (_left < 8) _bytes.Add((byte)_current);
        if (_bytes.Count > 0 && _bytes[^1] == 0xFF) _bytes.Add(0);
        return [.. _bytes];
    }
}

/// <summary>A tag tree (T.800 B.10.2).</summary>
internal sealed class TagTreeWriter
{
    private readonly List<int[,]> _values = [];
    private readonly List<int[,]> _lower = [];
    private readonly List<bool[,]> _isKnown = [];

    public TagTreeWriter(int[,] leaves)
    {
        for (int[,] level = leaves; ; level = Parents(level))
        {
            _values.Add(level);
            _lower.Add(new int[level.GetLength(0), level.GetLength(1)]);
            _isKnown.Add(new bool[level.GetLength(0), level.GetLength(1)]);
            if (level.Length == 1) break;
        }
    }

    /// <summary>Writes whether a leaf is below a threshold.</summary>
    public void Write(PacketBitWriter bits, int y, int x, int threshold)
    {
        int least = 0;
        for (int level = _values.Count - 1; level >= 0; level--)
        {
            ref int lower = ref _lower[level][y >> level, x >> level];
            ref bool isKnown = ref _isKnown[level][y >> level, x >> level];
            lower = Math.Max(lower, least);
            while (!isKnown && lower < threshold)
            {
                isKnown = _values[level][y >> level, x >> level] == lower;
                bits.Put(isKnown ? 1 : 0);
                if (!isKnown) lower++;
            }

            least = lower;
        }
    }

    private static int[,] Parents(int[,] level)
    {
        int height = (level.GetLength(0) + 1) / 2, width = (level.GetLength(1) + 1) / 2;
        var parents = new int[height, width];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++) parents[y, x] = int.MaxValue;
        }

        for (int y = 0; y < level.GetLength(0); y++)
        {
            for (int x = 0; x < level.GetLength(1); x++) parents[y / 2, x / 2] = Math.Min(parents[y / 2, x / 2], level[y, x]);
        }

        return parents;
    }
}
