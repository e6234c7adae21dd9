using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    [MethodImpl(Compiled.AtOnce)]
    public static uint Load(int* coefficients, int stride, int width, int height, uint* magnitudes, byte* signs)
    {
        Vector128<int> all = Vector128<int>.Zero;
        for (int y = 0; y < height; y += 4, coefficients += 4L * stride)
        {
            int* second = coefficients + (y + 1 < height ? stride : 0);
            int* third = coefficients + (y + 2 < height ? 2L * stride : 0), fourth = coefficients + (y + 3 < height ? 3L * stride : 0);
            Vector128<int> present = Vector128.LessThan(Vector128.Create(0, 1, 2, 3), Vector128.Create(height - y));
            for (int x = 0; x < width; x++, magnitudes += 4, signs++)
            {
                Vector128<int> value = Vector128.Create(coefficients[x], second[x], third[x], fourth[x]) & present;
                Vector128<int> magnitude = Vector128.Abs(value);
                magnitude.Store((int*)magnitudes);
                *signs = (byte)Vector128.ExtractMostSignificantBits(value);
                all |= magnitude;
            }
        }

        return (uint)(all[0] | all[1] | all[2] | all[3]);
    }

    /// <summary>Collects the bits of a bit-plane: four for a column.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void TakePlane(uint* magnitudes, int columns, int plane, byte* nibbles)
    {
        int shift = 31 - plane;
        for (int i = 0; i < columns; i++, magnitudes += 4)
            nibbles[i] = (byte)Vector128.ExtractMostSignificantBits(Vector128.ShiftLeft(Vector128.Load(magnitudes), shift));
    }
}
