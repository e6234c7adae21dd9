using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>
/// How much a coding pass reduces the squared error of a code-block, in squares of the unit of its magnitudes. A decoder puts a sample in the middle
/// of what it knows; a coefficient is taken to be in the middle of its unit. All sums are of integers, and so the same on every machine.
/// </summary>
internal static unsafe partial class BlockDistortion
{
    /// <summary>The bits of magnitudes below the step of quantization: what is not coded still counts as error.</summary>
    public const int Fraction = 4;

    /// <summary>Bits of a distance that are enough: 4096 of them fit into 32 bits.</summary>
    private const int DistanceBits = 16;

    /// <summary>
    /// The reduction by the refinement pass. At the scale of the bit-plane, a rest v between 0 and 2 becomes known to be in one half: the
    /// squared error is less by |v - 1| - 1/4.
    /// </summary>
    public static double OfRefinement(uint* magnitudes, int samples, int plane)
    {
        int drop = plane + 1 > DistanceBits ? plane + 1 - DistanceBits : 0;
        (long sum, int count) = SumRefined(magnitudes, samples, plane, drop);
        double scale = 1L << plane;
        return ((sum * (double)(1L << drop) / (2 * scale)) - (0.25 * count)) * scale * scale;
    }

    /// <summary>
    /// The reduction by samples that became significant in a pass. At the scale of the bit-plane, a magnitude v between 1 and 2 becomes 3/2: the
    /// squared error is less by 3 v - 9/4.
    /// </summary>
    /// <param name="magnitudes">The magnitudes.</param>
    /// <param name="flags">The state of the samples after the pass.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <param name="isCleanup">Whether it is the cleanup pass: of all samples of the bit-plane, without those of <paramref name="before"/>.</param>
    /// <param name="before">The sum of the significance propagation pass, which is replaced by that of the pass.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static double OfSignificance(uint* magnitudes, uint* flags, int width, int height, int plane, bool isCleanup, ref (long Sum, int Count) before)
    {
        long sum = 0;
        int count = 0;
        uint* flag = flags + width + 3;
        for (int y = 0; y < height; y += 4, flag += width + 2)
        {
            for (int x = 0; x < width; x++, magnitudes += 4)
            {
                uint visited = isCleanup ? uint.MaxValue : flag[x];
                if (!isCleanup && (visited & StripeFlags.AllVisited) == 0) continue;
                for (int k = 0; k < 4; k++)
                {
                    if (magnitudes[k] >> plane != 1 || (visited & (StripeFlags.Visited << (3 * k))) == 0) continue;
                    sum += magnitudes[k];
                    count++;
                }
            }
        }

        (long Sum, int Count) pass = isCleanup ? (sum - before.Sum, count - before.Count) : (sum, count);
        before = pass;
        double scale = 1L << plane;
        return ((3 * (pass.Sum + (0.5 * pass.Count)) / scale) - (2.25 * pass.Count)) * scale * scale;
    }
}
