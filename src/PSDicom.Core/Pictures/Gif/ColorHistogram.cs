using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>
/// The colours of a picture and their numbers of pixels. If there are very many colours, low bits are dropped to limit memory and time.
/// </summary>
internal sealed class ColorHistogram
{
    private const int TableBits = 17;
    private const int MaxColors = 1 << (TableBits - 1);

    private readonly int[] _colors = new int[MaxColors];
    private readonly int[] _pixels = new int[MaxColors];

    // A hash table of colours: 0, or the index of the colour + 1.
    private readonly int[] _table = new int[1 << TableBits];
    private readonly int _kept;

    private ColorHistogram(int bits) => _kept = ((0xFF00 >> bits) & 0xFF) * 0x01_0101;

    /// <summary>The number of colours.</summary>
    public int Count { get; private set; }

    /// <summary>The colours as 0xRRGGBB.</summary>
    public ReadOnlySpan<int> Colors => _colors.AsSpan(0, Count);

    /// <summary>The number of pixels of each colour.</summary>
    public ReadOnlySpan<int> Pixels => _pixels.AsSpan(0, Count);

    /// <summary>Counts the colours of RGB samples.</summary>
    public static ColorHistogram Of(byte[] samples)
    {
        // It ends at the latest with 5 bits of a sample: the table has room for all their colours.
        for (int bits = 8; ; bits--)
        {
            var histogram = new ColorHistogram(bits);
            if (histogram.TryCount(samples)) return histogram;
        }
    }

    /// <summary>Maps each pixel to the entry of <paramref name="values"/> of its colour.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public byte[] Map(byte[] samples, byte[] values)
    {
        byte[] mapped = new byte[samples.Length / 3];
        int last = -1;
        byte value = 0;
        for (int i = 0; i < mapped.Length; i++)
        {
            int color = Color(samples, i);
            if (color != last) value = values[_table[Find(color)] - 1];
            last = color;
            mapped[i] = value;
        }

        return mapped;
    }

    [MethodImpl(Compiled.AtOnce)]
    private bool TryCount(byte[] samples)
    {
        int last = -1, number = 0;
        for (int i = 0; i < samples.Length / 3; i++)
        {
            int color = Color(samples, i);
            if (color != last)
            {
                int place = Find(color);
                number = _table[place] - 1;
                if (number < 0)
                {
                    if (Count == MaxColors) return false;
                    number = Count++;
                    _table[place] = number + 1;
                    _colors[number] = color;
                }

                last = color;
            }

            _pixels[number]++;
        }

        return true;
    }

    private int Color(byte[] samples, int pixel)
    {
        int at = 3 * pixel;
        return (samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2]) & _kept;
    }

    /// <summary>The cell of a colour in the hash table, or the free cell for it.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private int Find(int color)
    {
        int place = (int)((uint)color * 0x9E37_79B1 >> (32 - TableBits));
        int number;
        while ((number = _table[place]) != 0 && _colors[number - 1] != color) place = (place + 1) & ((1 << TableBits) - 1);
        return place;
    }
}
