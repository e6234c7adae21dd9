using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs;

/// <summary>The context and the prediction of a sample (ITU-T T.87 A.3, A.4).</summary>
internal static unsafe class Prediction
{
    /// <summary>The context of a sample by its three gradients, with the sign of its errors; 0 is run mode (ITU-T T.87 A.3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Context(sbyte* regions, int left, int above, int aboveLeft, int aboveRight) =>
        (((regions[aboveRight - above] * 9) + regions[above - aboveLeft]) * 9) + regions[aboveLeft - left];

    /// <summary>The median of left, above and left + above - aboveLeft (ITU-T T.87 A.4.1), branch-free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Median(int left, int above, int aboveLeft)
    {
        int difference = left - above;
        int lower = difference & (difference >> 31);
        int smallest = above + lower;
        int largest = left - lower;
        int plane = left + above - aboveLeft;
        int excess = plane - largest;
        plane -= excess & ~(excess >> 31);
        int lack = smallest - plane;
        return plane + (lack & ~(lack >> 31));
    }

    /// <summary>A prediction corrected by its context, between 0 and MAXVAL (ITU-T T.87 A.4.2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Correct(int prediction, int correction, int sign, int maxValue)
    {
        prediction += (correction ^ sign) - sign;
        return (uint)prediction <= (uint)maxValue ? prediction : ~(prediction >> 31) & maxValue;
    }
}
