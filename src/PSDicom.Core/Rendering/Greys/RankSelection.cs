using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Greys;

/// <summary>Finds the n-th smallest of many numbers without sorting them.</summary>
internal static class RankSelection
{
    /// <summary>Finds a number by its place in the order.</summary>
    /// <param name="numbers">The numbers, none of them NaN; their order changes.</param>
    /// <param name="rank">The place, from 0.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static double Find(Span<double> numbers, int rank)
    {
        // Hoare's selection: the part that holds the rank is divided until all of it is equal to the pivot. The pivot's place is drawn
        // by a fixed sequence, which a file cannot foresee well enough to make every division lopsided.
        var places = new Random(numbers.Length);
        int low = 0, high = numbers.Length - 1;
        while (low < high)
        {
            double pivot = numbers[places.Next(low, high + 1)];
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
