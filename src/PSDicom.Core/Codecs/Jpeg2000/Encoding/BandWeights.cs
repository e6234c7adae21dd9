using System;
using PSDicom.Codecs.Jpeg2000.Wavelets;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>
/// How much an error of a coefficient is in samples: the norm of what a coefficient of 1 becomes in synthesis.
/// </summary>
internal static class BandWeights
{
    private const int MaxLevels = 32;

    /// <summary>Beyond that level, a norm is the previous one times the square root of 2, to six digits.</summary>
    private const int ComputedLevels = 8;

    private static readonly double[] Low = new double[MaxLevels + 1];
    private static readonly double[] High = new double[MaxLevels + 1];

    static BandWeights()
    {
        Low[0] = 1;
        for (int level = 1; level <= MaxLevels; level++)
        {
            bool isComputed = level <= ComputedLevels;
            Low[level] = isComputed ? Norm(level, isHigh: false) : Low[level - 1] * Math.Sqrt(2);
            High[level] = isComputed ? Norm(level, isHigh: true) : High[level - 1] * Math.Sqrt(2);
        }
    }

    /// <summary>The weight of a sub-band of the 9/7 transform.</summary>
    /// <param name="levels">The number of decomposition levels.</param>
    /// <param name="index">The sub-band: 0 for LL, then HL, LH and HH of each resolution.</param>
    public static double Irreversible(int levels, int index)
    {
        if (index == 0) return Low[levels] * Low[levels];
        int level = levels - ((index - 1) / 3);
        return index % 3 == 0 ? High[level] * High[level] : Low[level] * High[level];
    }

    /// <summary>The norm of the synthesis of a line from one coefficient.</summary>
    private static double Norm(int level, bool isHigh)
    {
        // The reach of a coefficient is less than 10 at its own level.
        const int Coefficients = 32;
        double[] line = new double[2 * Coefficients];
        line[Coefficients + (isHigh ? 1 : 0)] = 1;
        Synthesize(line);
        for (int i = 1; i < level; i++)
        {
            double[] wider = new double[2 * line.Length];
            for (int x = 0; x < line.Length; x++) wider[2 * x] = line[x];
            Synthesize(wider);
            line = wider;
        }

        double sum = 0;
        foreach (double value in line) sum += value * value;
        return Math.Sqrt(sum);
    }

    /// <summary>T.800 F.3.8.2, for a line that is 0 at its ends.</summary>
    private static void Synthesize(double[] line)
    {
        for (int i = 0; i < line.Length; i++) line[i] *= i % 2 == 0 ? WaveletFilter.K : 1 / WaveletFilter.K;
        Lift(line, 0, WaveletFilter.Delta);
        Lift(line, 1, WaveletFilter.Gamma);
        Lift(line, 0, WaveletFilter.Beta);
        Lift(line, 1, WaveletFilter.Alpha);
    }

    private static void Lift(double[] line, int first, double factor)
    {
        for (int i = first; i < line.Length; i += 2) line[i] -= factor * ((i > 0 ? line[i - 1] : 0) + (i + 1 < line.Length ? line[i + 1] : 0));
    }
}
