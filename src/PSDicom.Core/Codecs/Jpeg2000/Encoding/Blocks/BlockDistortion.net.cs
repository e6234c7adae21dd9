using System.Numerics;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

internal static unsafe partial class BlockDistortion
{
    /// <summary>Sums the distances of the refined samples from the middle of their interval: twice the magnitude, less one.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static (long Sum, int Count) SumRefined(uint* magnitudes, int samples, int plane, int drop)
    {
        int low = (int)((2u << plane) - 1), middle = 2 << plane >> drop, i = 0, count = 0;
        Vector<int> lows = new(low), middles = new(middle), sums = Vector<int>.Zero, counts = Vector<int>.Zero;
        for (; i <= samples - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> magnitude = Vector.Load((int*)magnitudes + i), rest = magnitude & lows, isRefined = Vector.GreaterThan(magnitude, lows);
            sums += Vector.Abs(Vector.ShiftRightLogical(rest + rest + Vector<int>.One, drop) - middles) & isRefined;
            counts -= isRefined;
        }

        long sum = Vector.Sum(sums);
        count = Vector.Sum(counts);
        for (; i < samples; i++)
        {
            if (magnitudes[i] <= (uint)low) continue;
            int distance = (int)(((2 * (magnitudes[i] & (uint)low)) + 1) >> drop) - middle;
            sum += distance < 0 ? -distance : distance;
            count++;
        }

        return (sum, count);
    }
}
