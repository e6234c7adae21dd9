using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>Chooses a colour table of at most 256 colours, and the entry for each pixel.</summary>
internal static class ColorQuantizer
{
    private const int TableSize = 256;

    /// <summary>Quantizes RGB samples. At most 256 colours are kept exactly.</summary>
    public static IndexedPicture Quantize(byte[] samples)
    {
        ColorHistogram histogram = ColorHistogram.Of(samples);
        byte[] indices = new byte[histogram.Count];
        byte[] table = histogram.Count <= TableSize ? TakeAll(histogram, indices) : Choose(histogram, indices);
        return new IndexedPicture(histogram.Map(samples, indices), table);
    }

    private static byte[] TakeAll(ColorHistogram histogram, byte[] indices)
    {
        byte[] table = new byte[3 * histogram.Count];
        for (int i = 0; i < histogram.Count; i++)
        {
            indices[i] = (byte)i;
            int color = histogram.Colors[i];
            table[3 * i] = (byte)(color >> 16);
            table[3 * i + 1] = (byte)(color >> 8);
            table[3 * i + 2] = (byte)color;
        }

        return table;
    }

    private static byte[] Choose(ColorHistogram histogram, byte[] indices)
    {
        List<ColorBox> boxes = MakeBoxes(histogram);
        byte[] table = new byte[3 * boxes.Count];
        for (int i = 0; i < boxes.Count; i++)
        {
            foreach (int color in boxes[i].Members) indices[color] = (byte)i;
            table[3 * i] = boxes[i].Sums.MeanRed;
            table[3 * i + 1] = boxes[i].Sums.MeanGreen;
            table[3 * i + 2] = boxes[i].Sums.MeanBlue;
        }

        return table;
    }

    /// <summary>Repeatedly splits the box with the largest error (after X. Wu, Graphics Gems II, 1991).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static List<ColorBox> MakeBoxes(ColorHistogram histogram)
    {
        var boxes = new List<ColorBox>(TableSize) { new(histogram) };
        while (boxes.Count < TableSize)
        {
            int worst = 0;
            for (int i = 1; i < boxes.Count; i++)
            {
                if (boxes[i].Error > boxes[worst].Error) worst = i;
            }

            (boxes[worst], ColorBox high) = boxes[worst].Split();
            boxes.Add(high);
        }

        return boxes;
    }
}
