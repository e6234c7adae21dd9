using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs;

/// <summary>What has been seen in one context (ITU-T T.87 A.2, A.6).</summary>
internal struct RegularContext
{
    /// <summary>Contexts (ITU-T T.87 A.3.4). The first one is for a component without gradients in a pixel that has some.</summary>
    public const int Total = 365;

    private const int LeastCorrection = -128;
    private const int MaxCorrection = 127;

    /// <summary>A: the sum of the errors' sizes.</summary>
    private int _sum;

    /// <summary>B: the sum of the errors, less what C corrects.</summary>
    private int _bias;

    /// <summary>N: how often it has been seen, since it was halved.</summary>
    private int _count;

    /// <summary>C: what is added to the prediction.</summary>
    public int Correction;

    /// <summary>k: the Golomb parameter for the next code. Kept because the next sample waits for it.</summary>
    public int GolombParameter;

    /// <summary>All ones if the next error is inverted: k is 0 and errors below 0 are more frequent (ITU-T T.87 A.5.2).</summary>
    public int Inversion;

    public RegularContext(int initialSum)
        : this()
    {
        _sum = initialSum;
        _count = 1;
        GolombParameter = BitCount.GolombParameter(1, initialSum);
    }

    /// <summary>Takes an error in (ITU-T T.87 A.6.1, A.6.2). Without branches, for nothing here can be foreseen.</summary>
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
        if (correction < LeastCorrection) correction = LeastCorrection;
        if (correction > MaxCorrection) correction = MaxCorrection;
        Correction = correction;

        // What C does not take is limited to 1 - N at least and 0 at most.
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
