using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Packets;

/// <summary>Writes a tag tree of a precinct (T.800 B.10.2): each node is the minimum of its up to four children.</summary>
internal sealed class TagTreeWriter
{
    private readonly int _width;
    private readonly List<Level> _levels = [];

    /// <param name="values">The values of the leaves, row by row.</param>
    /// <param name="width">The number of leaves of a row.</param>
    public TagTreeWriter(int[] values, int width)
    {
        _width = width;
        _levels.Add(new Level(values, width));
        while (_levels[_levels.Count - 1] is { Values.Length: > 1 } level) _levels.Add(Reduce(level));
    }

    /// <summary>Writes the bits that decide whether the value of a leaf is below a threshold, if they were not written before.</summary>
    public void Write(HeaderBits bits, int leaf, int threshold)
    {
        int x = leaf % _width, y = leaf / _width, least = 0;
        for (int n = _levels.Count - 1; n >= 0; n--)
        {
            Level level = _levels[n];
            int node = ((y >> n) * level.Width) + (x >> n);
            ref int lower = ref level.Lower[node];
            lower = Math.Max(lower, least);
            for (; lower < threshold && !level.IsKnown[node]; lower++)
            {
                level.IsKnown[node] = lower == level.Values[node];
                bits.Write(level.IsKnown[node] ? 1 : 0);
                if (level.IsKnown[node]) break;
            }

            least = lower;
        }
    }

    private static Level Reduce(Level level)
    {
        int height = level.Values.Length / level.Width, width = (level.Width + 1) >> 1;
        var values = new int[width * ((height + 1) >> 1)];
        for (int i = 0; i < values.Length; i++) values[i] = int.MaxValue;
        for (int i = 0; i < level.Values.Length; i++)
        {
            ref int value = ref values[((i / level.Width >> 1) * width) + (i % level.Width >> 1)];
            value = Math.Min(value, level.Values[i]);
        }

        return new Level(values, width);
    }

    private sealed class Level(int[] values, int width)
    {
        public int[] Values => values;

        public int Width => width;

        /// <summary>The values that were decided so far: the nodes' own are not below.</summary>
        public int[] Lower { get; } = new int[values.Length];

        public bool[] IsKnown { get; } = new bool[values.Length];
    }
}
