using System;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Searches the finest step of quantization whose size is not above a wanted one.</summary>
internal static class StepSearch
{
    /// <summary>The finest step, at which lossless coding is smaller.</summary>
    public const double LeastStep = 0.25;

    /// <summary>A step that leaves nothing of samples of 16 bits.</summary>
    private const double MostStep = 1 << 20;

    /// <summary>Steps that are closer than that have nearly the same size.</summary>
    private const double Precision = 1.001;

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
        for (int i = 0; i < MostTries && coarse / fine > Precision; i++)
        {
            last = step;
            double size = Math.Max(1, sizeOf(step));
            if (size <= bytes && (size >= close * bytes || step <= LeastStep)) return step;
            if (size > bytes) (fine, fineSize) = (step, size);
            else (coarse, coarseSize) = (step, size);

            // Size and step are nearly a line in logarithms.
            bool isBetween = fineSize > 0 && coarseSize > 0;
            double part = isBetween && fineSize > coarseSize ? Math.Log(fineSize / wanted) / Math.Log(fineSize / coarseSize) : 0.5;
            step = isBetween
                ? fine * Math.Pow(coarse / fine, Math.Max(0.05, Math.Min(part, 0.95)))
                : Math.Max(LeastStep, Math.Min(step * Math.Pow(size / wanted, Growth), MostStep));
        }

        if (last != coarse) sizeOf(coarse);
        return coarse;
    }
}
