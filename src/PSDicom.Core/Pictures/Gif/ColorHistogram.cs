using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>
/// The colours of a picture and how often each is there. If they are very many, they are told apart by fewer bits, so that memory and time
/// do not grow with the picture.
/// </summary>
internal sealed class ColorHistogram
{
    private const int TableBits = 17;
    private const int MaximumColors = 1 << (TableBits - 1);

    private readonly int[] _colors = new int[MaximumColors];
    private readonly int[] _pixels = new int[MaximumColors];

    // Where a colour is looked up: 0, or its number + 1.
    private readonly int[] _table = new int[1 << TableBits];
    private readonly int _kept;

    private ColorHistogram(int bits) => _kept = ((0xFF00 >> bits) & 0xFF) * 0x01_0101;

    /// <summary>How many colours there are.</summary>
    public int Count { get; private set; }

    /// <summary>The colours, each as red, green and blue from the highest of its three bytes on.</summary>
    public ReadOnlySpan<int> Colors => _colors.AsSpan(0, Count);

    /// <summary>How many pixels have each colour.</summary>
    public ReadOnlySpan<int> Pixels => _pixels.AsSpan(0, Count);

    /// <summary>Counts red, green and blue of each pixel.</summary>
    public static ColorHistogram Of(byte[] samples)
    {
        // There is room for all colours that 5 bits of each sample make.
        for (int bits = 8; ; bits--)
        {
            var histogram = new ColorHistogram(bits);
            if (histogram.TryCount(samples)) return histogram;
        }
    }

    /// <summary>Gives each pixel what <paramref name="values"/> has for its colour.</summary>
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
                    if (Count == MaximumColors) return false;
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

    /// <summary>Where the colour is, or where there is room for it.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private int Find(int color)
    {
        int place = (int)((uint)color * 0x9E37_79B1 >> (32 - TableBits));
        int number;
        while ((number = _table[place]) != 0 && _colors[number - 1] != color) place = (place + 1) & ((1 << TableBits) - 1);
        return place;
    }
}
