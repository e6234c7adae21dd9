using System;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Searches the finest step of quantization whose size is not above a wanted one.</summary>
internal static class StepSearch
{
    /// <summary>The finest step, at which lossless coding is smaller.</summary>
    public const double LeastStep = 0.25;

    /// <summary>A step that leaves nothing of samples of 16 bits.</summary>
    private const double MostStep = 1 << 20;

    /// <summary>Steps that are closer than this part of the wanted closeness of sizes have nearly the same size.</summary>
    private const double Precision = 0.1;

    /// <summary>After so many sizes on the same side, size and step are no line: sizes jump where many coefficients become 0 at once.</summary>
    private const int MostOnSameSide = 2;

    /// <summary>How fast the step grows when the size falls, at first.</summary>
    private const double Growth = 1.4;

    private const int MostTries = 24;

    /// <summary>Searches.</summary>
    /// <param name="first">The first step to try.</param>
    /// <param name="bytes">The wanted size.</param>
    /// <param name="close">The part of the wanted size that is close enough.</param>
    /// <param name="sizeOf">The size with a step.</param>
    /// <returns>The step, which was the last one tried.</returns>
    public static double Find(double first, long bytes, double close, Func<double, long> sizeOf)
    {
        double fine = LeastStep, coarse = MostStep, step = Math.Max(LeastStep, Math.Min(first, MostStep)), last = 0;
        double fineSize = 0, coarseSize = 0, wanted = Math.Max(1, bytes) * (1 + close) / 2;
        int tooLong = 0, tooShort = 0;
        for (int i = 0; i < MostTries && coarse / fine > 1 + (Precision * (1 - close)); i++)
        {
            last = step;
            double size = Math.Max(1, sizeOf(step));
            if (size <= bytes && (size >= close * bytes || step <= LeastStep)) return step;
            if (size > bytes) (fine, fineSize, tooLong, tooShort) = (step, size, tooLong + 1, 0);
            else (coarse, coarseSize, tooLong, tooShort) = (step, size, 0, tooShort + 1);

            // Size and step are nearly a line in logarithms.
            bool isBetween = fineSize > 0 && coarseSize > 0, isLine = fineSize > coarseSize && Math.Max(tooLong, tooShort) <= MostOnSameSide;
            double part = isBetween && isLine ? Math.Log(fineSize / wanted) / Math.Log(fineSize / coarseSize) : 0.5;
            step = isBetween
                ? fine * Math.Pow(coarse / fine, Math.Max(0.05, Math.Min(part, 0.95)))
                : Math.Max(LeastStep, Math.Min(step * Math.Pow(size / wanted, Growth), MostStep));
        }

        if (last != coarse) sizeOf(coarse);
        return coarse;
    }
}
