using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The steps of upsampling on whole lines of samples (byte or ushort).</summary>
internal static unsafe partial class LineKernels
{
    /// <summary>Weighs the nearest line by 3 and the next one by 1.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Weigh<T>(T* near, T* far, ushort* sums, int count)
        where T : unmanaged
    {
        for (int x = WeighVector(near, far, sums, count); x < count; x++) sums[x] = (ushort)((3 * Get(near, x)) + Get(far, x));
    }

    [MethodImpl(Compiled.AtOnce)]
    public static void Widen<T>(T* line, ushort* sums, int count)
        where T : unmanaged
    {
        for (int x = WidenVector(line, sums, count); x < count; x++) sums[x] = (ushort)Get(line, x);
    }

    /// <summary>Divides each sum by 4, after adding a bias.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Divide<T>(ushort* sums, T* output, int count, int bias)
        where T : unmanaged
    {
        for (int x = 0; x < count; x++) Set(output, x, (sums[x] + bias) >> 2);
    }

    /// <summary>
    /// Writes two samples for each sum: weight 3 for the sum, weight 1 for its left and right neighbour. It writes sums beside both ends.
    /// </summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Smooth<T>(ushort* sums, T* output, int count, int leftBias, int rightBias, int shift)
        where T : unmanaged
    {
        sums[-1] = sums[0];
        sums[count] = sums[count - 1];
        for (int x = SmoothVector(sums, output, count, leftBias, rightBias, shift); x < count; x++)
        {
            Set(output, 2 * x, ((3 * sums[x]) + sums[x - 1] + leftBias) >> shift);
            Set(output, (2 * x) + 1, ((3 * sums[x]) + sums[x + 1] + rightBias) >> shift);
        }
    }

    private static int Get<T>(T* line, int x)
        where T : unmanaged => typeof(T) == typeof(byte) ? ((byte*)line)[x] : ((ushort*)line)[x];

    private static void Set<T>(T* line, int x, int value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(byte)) ((byte*)line)[x] = (byte)value;
        else ((ushort*)line)[x] = (ushort)value;
    }
}
