using System;

namespace PSDicom.Codecs.JpegLs;

/// <summary>The parameters of a scan, and derived values (ITU-T T.87 A.2.1, C.2.4.1.1).</summary>
internal readonly struct JpegLsCodingParameters
{
    private const int DefaultReset = 64;

    private JpegLsCodingParameters(PresetParameters preset, int precision, int near, ThresholdRule rule)
    {
        MaxValue = preset.MaxValue == 0 ? (1 << precision) - 1 : preset.MaxValue;
        Near = near;
        Reset = preset.Reset == 0 ? DefaultReset : preset.Reset;
        (int t1, int t2, int t3) = DefaultThresholds(rule);
        T1 = preset.T1 == 0 ? t1 : preset.T1;
        T2 = preset.T2 == 0 ? Clamp(t2, T1) : preset.T2;
        T3 = preset.T3 == 0 ? Clamp(t3, T2) : preset.T3;
        Range = ((MaxValue + (2 * near)) / ((2 * near) + 1)) + 1;
        RangeBits = BitsFor(Range);
        int bits = Math.Max(2, BitsFor(MaxValue + 1));
        Limit = 2 * (bits + Math.Max(8, bits));
    }

    /// <summary>MAXVAL: the largest sample value.</summary>
    public int MaxValue { get; }

    public int T1 { get; }

    public int T2 { get; }

    public int T3 { get; }

    /// <summary>RESET: the count at which a context is halved.</summary>
    public int Reset { get; }

    /// <summary>NEAR: the maximum error of a decoded sample.</summary>
    public int Near { get; }

    /// <summary>RANGE: the number of prediction errors.</summary>
    public int Range { get; }

    /// <summary>qbpp: bits of a prediction error.</summary>
    public int RangeBits { get; }

    /// <summary>LIMIT: the maximum length of a code in bits.</summary>
    public int Limit { get; }

    /// <summary>Whether the scan is lossless, with a MAXVAL of all ones.</summary>
    public bool IsLosslessOfWholeBits => Near == 0 && (MaxValue & (MaxValue + 1)) == 0;

    /// <summary>Validates and completes the parameters of the stream.</summary>
    /// <exception cref="DicomException">The parameters contradict each other.</exception>
    public static JpegLsCodingParameters Create(PresetParameters preset, int precision, int near, ThresholdRule rule, int offset)
    {
        var parameters = new JpegLsCodingParameters(preset, precision, near, rule);
        int max = parameters.MaxValue;
        bool isValid = max < 1 << precision && near <= Math.Min(255, max / 2) &&
            parameters.T1 > near && parameters.T1 <= parameters.T2 && parameters.T2 <= parameters.T3 && parameters.T3 <= max &&
            parameters.Reset >= 3 && parameters.Reset <= Math.Max(255, max);
        if (isValid) return parameters;
        throw CodestreamError.JpegLs(
            $"the coding parameters are not valid: {precision} bits, MAXVAL {max}, T1 {parameters.T1}, T2 {parameters.T2}, T3 {parameters.T3}, " +
            $"RESET {parameters.Reset}, NEAR {near}.",
            offset);
    }

    private (int T1, int T2, int T3) DefaultThresholds(ThresholdRule rule)
    {
        int t1;
        int t2;
        int t3;
        if (MaxValue >= 128 || rule == ThresholdRule.NeverScaledDown)
        {
            int factor = ((rule == ThresholdRule.Unlimited ? MaxValue : Math.Min(MaxValue, 4095)) + 128) >> 8;
            t1 = factor + 2 + (3 * Near);
            t2 = (factor * 4) + 3 + (5 * Near);
            t3 = (factor * 17) + 4 + (7 * Near);
        }
        else
        {
            int factor = 256 / (MaxValue + 1);
            t1 = Math.Max(2, (3 / factor) + (3 * Near));
            t2 = Math.Max(3, (7 / factor) + (5 * Near));
            t3 = Math.Max(4, (21 / factor) + (7 * Near));
        }

        t1 = Clamp(t1, Near + 1);
        t2 = Clamp(t2, t1);
        return (t1, t2, Clamp(t3, t2));
    }

    /// <summary>CLAMP of the standard: values out of bounds become the lower bound.</summary>
    private int Clamp(int value, int lowest) => value > MaxValue || value < lowest ? lowest : value;

    private static int BitsFor(int values)
    {
        int bits = 0;
        while (1 << bits < values) bits++;
        return bits;
    }
}
