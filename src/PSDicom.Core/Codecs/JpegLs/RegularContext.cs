using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs;

/// <summary>The statistics of a context of regular mode (ITU-T T.87 A.2, A.6).</summary>
internal struct RegularContext
{
    /// <summary>
    /// The number of contexts (ITU-T T.87 A.3.4). The first one is for components without gradients in pixels that have some.
    /// </summary>
    public const int Total = 365;

    private const int MinCorrection = -128;
    private const int MaxCorrection = 127;

    /// <summary>A: the sum of the magnitudes of errors.</summary>
    private int _sum;

    /// <summary>B: the sum of errors, less the corrections of C.</summary>
    private int _bias;

    /// <summary>N: the number of errors, which is halved at RESET.</summary>
    private int _count;

    /// <summary>C: the correction of the prediction.</summary>
    public int Correction;

    /// <summary>k: the Golomb parameter of the next code. It is computed early, as decoding the next sample depends on it.</summary>
    public int GolombParameter;

    /// <summary>All ones if the next error is inverted: k is 0 and negative errors are more frequent (ITU-T T.87 A.5.2).</summary>
    public int Inversion;

    public RegularContext(int initialSum)
        : this()
    {
        _sum = initialSum;
        _count = 1;
        GolombParameter = BitCount.GolombParameter(1, initialSum);
    }

    /// <summary>Updates the statistics (ITU-T T.87 A.6.1, A.6.2). Branch-free: branches would be unpredictable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(int error, int near, int reset)
    {
        int size = error >> 31;
        int sum = _sum + ((error ^ size) - size);
        int bias = _bias + (error * ((2 * near) + 1));
        int count = _count;
        if (count == reset)
        {
            sum >>= 1;
            bias >>= 1;
            count >>= 1;
        }

        count++;
        _sum = sum;
        _count = count;
        int k = BitCount.GolombParameter(count, sum);
        GolombParameter = k;

        int isLow = (bias + count - 1) >> 31;
        int isHigh = -bias >> 31;
        int correction = Correction + isLow - isHigh;
        if (correction < MinCorrection) correction = MinCorrection;
        if (correction > MaxCorrection) correction = MaxCorrection;
        Correction = correction;

        // The rest of the bias is clamped to 1 - N to 0.
        bias += count & isLow;
        bias -= count & isHigh;
        bias &= bias >> 31;
        bias += count - 1;
        bias &= ~(bias >> 31);
        bias -= count - 1;
        _bias = bias;
        Inversion = (((2 * bias) + count - 1) >> 31) & (((k | near) - 1) >> 31);
    }
}
