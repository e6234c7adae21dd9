namespace PSDicom.Codecs.Jpeg2000.Packets;

/// <summary>A tag tree of a precinct (T.800 B.10.2): each node is the minimum of its up to four children.</summary>
internal sealed class TagTree
{
    private readonly int _width;
    private readonly int[] _starts;
    private readonly int[] _widths;
    private readonly int[] _lower;
    private readonly bool[] _isKnown;

    public TagTree(int width, int height)
    {
        _width = width;
        int levels = 1, nodes = width * height;
        for (int w = width, h = height; w > 1 || h > 1; levels++)
        {
            w = (w + 1) >> 1;
            h = (h + 1) >> 1;
            nodes += w * h;
        }

        _starts = new int[levels];
        _widths = new int[levels];
        for (int level = 0, start = 0, w = width, h = height; level < levels; level++)
        {
            _starts[level] = start;
            _widths[level] = w;
            start += w * h;
            w = (w + 1) >> 1;
            h = (h + 1) >> 1;
        }

        _lower = new int[nodes];
        _isKnown = new bool[nodes];
    }

    /// <summary>Reads the bits that decide whether the value of a leaf is below a threshold.</summary>
    /// <returns>Whether it is.</returns>
    public bool IsBelow(ref PacketBits bits, int leaf, int threshold)
    {
        int x = leaf % _width, y = leaf / _width, least = 0, node = 0;
        for (int level = _starts.Length - 1; level >= 0; level--)
        {
            node = _starts[level] + ((y >> level) * _widths[level]) + (x >> level);
            if (_lower[node] < least) _lower[node] = least;
            while (!_isKnown[node] && _lower[node] < threshold)
            {
                if (bits.Read() != 0) _isKnown[node] = true;
                else _lower[node]++;
            }

            least = _lower[node];
        }

        return _isKnown[node] && least < threshold;
    }

    /// <summary>Reads the value of a leaf.</summary>
    /// <param name="bits">The packet header.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="limit">The maximum value.</param>
    /// <returns>The value, or the limit if the value is larger.</returns>
    public int Read(ref PacketBits bits, int leaf, int limit)
    {
        for (int threshold = 1; threshold <= limit; threshold++)
        {
            if (IsBelow(ref bits, leaf, threshold)) return threshold - 1;
        }

        return limit;
    }
}
