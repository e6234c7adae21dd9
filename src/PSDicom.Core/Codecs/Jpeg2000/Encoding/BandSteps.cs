using System;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>
/// The step sizes of sub-bands (T.800 annex E). The index of a sub-band is that of the quantization: 0 for LL, then HL, LH and HH of each
/// resolution.
/// </summary>
internal static class BandSteps
{
    private const int MantissaBits = 11;

    /// <summary>The exponent in QCD. That of a reversible transform is the nominal range in bits.</summary>
    public static int Exponent(FrameFormat format, CodingChoice choice, int index) => Split(format, choice, index).Exponent;

    /// <summary>The mantissa in QCD; 0 for a reversible transform.</summary>
    public static int Mantissa(FrameFormat format, CodingChoice choice, int index) => Split(format, choice, index).Mantissa;

    private static (int Exponent, int Mantissa) Split(FrameFormat format, CodingChoice choice, int index)
    {
        int gain = index == 0 ? 0 : index % 3 == 0 ? 2 : 1, range = format.BitsStored + gain;
        // Differences of colours have one more bit.
        if (choice.IsReversible) return (range + (choice.HasComponentTransform ? 1 : 0), 0);
        double step = choice.Step / BandWeights.Irreversible(choice.Levels, index);
        int log = (int)Math.Floor(Math.Log(step, 2)), mantissa = (int)Math.Round(((step / Math.Pow(2, log)) - 1) * (1 << MantissaBits));
        if (mantissa == 1 << MantissaBits) (log, mantissa) = (log + 1, 0);
        int exponent = range - log;
        // T.800 table A.30 has 5 bits for the exponent.
        return exponent < 0 ? (0, (1 << MantissaBits) - 1) : exponent > 31 ? (31, 0) : (exponent, mantissa);
    }
}
