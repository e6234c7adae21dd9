using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Greys;

/// <summary>Finds the n-th smallest number without sorting (quickselect).</summary>
internal static class RankSelection
{
    /// <summary>Finds a number by its rank.</summary>
    /// <param name="numbers">The numbers, without NaN. They are reordered.</param>
    /// <param name="rank">The rank, from 0.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static double Find(Span<double> numbers, int rank)
    {
        // Hoare's selection: the part that contains the rank is partitioned until all of it equals the pivot. Pivots are chosen by a fixed
        // pseudorandom sequence, so that a malicious file can hardly cause the worst case.
        var positions = new Random(numbers.Length);
        int low = 0, high = numbers.Length - 1;
        while (low < high)
        {
            double pivot = numbers[positions.Next(low, high + 1)];
            int i = low, j = high;
            while (i <= j)
            {
                while (numbers[i] < pivot) i++;
                while (numbers[j] > pivot) j--;
                if (i > j) break;
                (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                i++;
                j--;
            }

            if (rank <= j) high = j;
            else if (rank >= i) low = i;
            else break;
        }

        return numbers[rank];
    }
}
