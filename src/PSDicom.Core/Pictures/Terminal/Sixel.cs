using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PSDicom.Pictures.Gif;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Terminal;

/// <summary>
/// Draws in Sixel (DEC STD 070, chapter 9): bands of six rows, in which colours are drawn one by one. Sixel specifies colours in percent: the
/// picture has 101 greys or 256 colours.
/// </summary>
internal static class Sixel
{
    private const int BandHeight = 6;
    private const int FullColor = 100;
    private const char NoPixels = '?';

    /// <summary>The minimum length of a run for which a repeat count is shorter.</summary>
    private const int ShortestRun = 4;

    /// <summary>Draws a picture.</summary>
    /// <param name="picture">The 8-bit picture, grey or RGB.</param>
    public static string Draw(Picture picture)
    {
        (byte[] indices, byte[] percents) = Index(picture);
        var text = new StringBuilder(picture.Width * picture.Height / 2);

        // Square pixels; pixels without a colour stay unchanged.
        text.Append(Escape.DeviceString).Append("0;1;0q\"1;1;").Append(Number(picture.Width)).Append(';').Append(Number(picture.Height));
        DefineColors(text, indices, percents);
        var band = new Band(picture.Width, percents.Length / 3);
        for (int row = 0; row < picture.Height; row += BandHeight)
        {
            if (row > 0) text.Append('-');
            band.Read(indices, row, Math.Min(BandHeight, picture.Height - row));
            band.Draw(text);
        }

        return text.Append(Escape.End).ToString();
    }

    /// <summary>Converts a sample to percent.</summary>
    internal static int PercentOf(byte sample) => ((sample * FullColor) + 127) / 255;

    /// <summary>The colour index of each pixel, and the red, green and blue of each colour in percent.</summary>
    private static (byte[] Indices, byte[] Percents) Index(Picture picture)
    {
        if (picture.SamplesPerPixel == 3)
        {
            IndexedPicture indexed = IndexedPicture.Of(picture);
            return (indexed.Indices, Array.ConvertAll(indexed.Colors, sample => (byte)PercentOf(sample)));
        }

        var percents = new byte[3 * (FullColor + 1)];
        for (int i = 0; i < percents.Length; i++) percents[i] = (byte)(i / 3);
        return (Array.ConvertAll((byte[])picture.Pixels, sample => (byte)PercentOf(sample)), percents);
    }

    private static void DefineColors(StringBuilder text, byte[] indices, byte[] percents)
    {
        var areUsed = new bool[percents.Length / 3];
        foreach (byte index in indices) areUsed[index] = true;
        for (int i = 0; i < areUsed.Length; i++)
        {
            if (!areUsed[i]) continue;
            text.Append('#').Append(Number(i)).Append(";2;").Append(Number(percents[3 * i])).Append(';')
                .Append(Number(percents[(3 * i) + 1])).Append(';').Append(Number(percents[(3 * i) + 2]));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A band of six rows: for each colour and column, the bits of its rows.</summary>
    private sealed class Band(int width, int colors)
    {
        private readonly byte[] _bits = new byte[colors * width];
        private readonly int[] _firsts = new int[colors];
        private readonly int[] _lasts = new int[colors];

        [MethodImpl(Compiled.AtOnce)]
        public void Read(byte[] indices, int row, int height)
        {
            for (int color = 0; color < _firsts.Length; color++)
            {
                if (_lasts[color] > 0) Array.Clear(_bits, (color * width) + _firsts[color], _lasts[color] - _firsts[color]);
                (_firsts[color], _lasts[color]) = (int.MaxValue, 0);
            }

            for (int line = 0; line < height; line++)
            {
                int start = (row + line) * width;
                for (int column = 0; column < width; column++)
                {
                    int color = indices[start + column];
                    _bits[(color * width) + column] |= (byte)(1 << line);
                    if (column < _firsts[color]) _firsts[color] = column;
                    if (column >= _lasts[color]) _lasts[color] = column + 1;
                }
            }
        }

        public void Draw(StringBuilder text)
        {
            bool isFirst = true;
            for (int color = 0; color < _lasts.Length; color++)
            {
                if (_lasts[color] == 0) continue;

                // Return to the start of the band.
                if (!isFirst) text.Append('$');
                isFirst = false;
                text.Append('#').Append(Number(color));
                AppendRun(text, NoPixels, _firsts[color]);
                DrawRuns(text, color * width, _firsts[color], _lasts[color]);
            }
        }

        private void DrawRuns(StringBuilder text, int start, int first, int last)
        {
            int from = first;
            for (int column = first + 1; column <= last; column++)
            {
                if (column < last && _bits[start + column] == _bits[start + from]) continue;
                AppendRun(text, (char)(NoPixels + _bits[start + from]), column - from);
                from = column;
            }
        }

        private static void AppendRun(StringBuilder text, char sixel, int length)
        {
            if (length >= ShortestRun) text.Append('!').Append(Number(length)).Append(sixel);
            else text.Append(sixel, length);
        }
    }
}
