namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>Rearranges the samples of a code-block by stripe and column: four rows together.</summary>
internal static unsafe class BlockStripes
{
    /// <summary>Splits coefficients into magnitudes and signs.</summary>
    /// <param name="coefficients">The first coefficient.</param>
    /// <param name="stride">The distance of rows in coefficients.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="magnitudes">The resulting magnitudes, four for a column. Missing rows are 0.</param>
    /// <param name="signs">The resulting signs, four bits for a column.</param>
    /// <returns>All bits of all magnitudes.</returns>
    public static uint Load(int* coefficients, int stride, int width, int height, uint* magnitudes, byte* signs)
    {
        uint all = 0;
        for (int y = 0; y < height; y += 4, coefficients += 4L * stride)
        {
            for (int x = 0; x < width; x++, magnitudes += 4, signs++)
            {
                uint negative = 0;
                for (int k = 0; k < 4; k++)
                {
                    int value = y + k < height ? coefficients[((long)k * stride) + x] : 0, mask = value >> 31;
                    magnitudes[k] = (uint)((value ^ mask) - mask);
                    negative |= (uint)(mask & 1) << k;
                    all |= magnitudes[k];
                }

                *signs = (byte)negative;
            }
        }

        return all;
    }

    /// <summary>Collects the bits of a bit-plane: four for a column.</summary>
    public static void TakePlane(uint* magnitudes, int columns, int plane, byte* nibbles)
    {
        for (int i = 0; i < columns; i++, magnitudes += 4)
        {
            nibbles[i] = (byte)(((magnitudes[0] >> plane) & 1) | (((magnitudes[1] >> plane) & 1) << 1) |
                (((magnitudes[2] >> plane) & 1) << 2) | (((magnitudes[3] >> plane) & 1) << 3));
        }
    }
}
