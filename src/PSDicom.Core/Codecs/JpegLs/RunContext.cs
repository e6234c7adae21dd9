using System;

namespace PSDicom.Codecs.JpegLs;

/// <summary>The statistics of run interruption (ITU-T T.87 A.7.2).</summary>
internal struct RunContext(int type, int initialSum)
{
    private int _sum = initialSum;
    private int _count = 1;
    private int _negatives;

    /// <summary>RItype: 1 if the interrupting sample is predicted by the run, 0 if by the sample above.</summary>
    public int Type { get; } = type;

    /// <summary>The Golomb parameter of the next code.</summary>
    public readonly int GolombParameter() => BitCount.GolombParameter(_count, _sum + ((_count >> 1) * Type));

    /// <summary>Maps an error to a number that is not negative (ITU-T T.87 A.7.2, EMErrval).</summary>
    public readonly int Map(int error, int k)
    {
        int isMostlyNegative = k != 0 || 2 * _negatives >= _count ? 1 : 0;
        return (2 * Math.Abs(error)) - Type - (error == 0 || (error < 0 ? 1 : 0) != isMostlyNegative ? 0 : 1);
    }

    /// <summary>Decodes the error of a mapped error, and updates the statistics.</summary>
    public int Update(int mapped, int k, int reset)
    {
        int value = mapped + Type;
        int isOdd = value & 1;
        int size = (value + isOdd) >> 1;
        int error = (k != 0 || 2 * _negatives >= _count ? 1 : 0) == isOdd ? -size : size;
        if (error < 0) _negatives++;
        _sum += (mapped + 1 - Type) >> 1;
        if (_count == reset)
        {
            _sum >>= 1;
            _count >>= 1;
            _negatives >>= 1;
        }

        _count++;
        return error;
    }
}
