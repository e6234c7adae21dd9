using System;

namespace PSDicom.Rendering.Geometry;

/// <summary>
/// The source samples and weights for each sample of a resized line. Shorter lines are area averages; longer ones are bicubic
/// (Catmull-Rom), with the end samples repeated.
/// </summary>
internal sealed class ResamplingAxis
{
    private const int CubicTaps = 4;

    private ResamplingAxis(int source, int target, int taps)
    {
        Source = source;
        Taps = Math.Min(taps, source);
        Starts = new int[target];
        Weights = new float[checked(target * Taps)];
    }

    /// <summary>Samples of the source line.</summary>
    public int Source { get; }

    /// <summary>Samples of the resized line.</summary>
    public int Target => Starts.Length;

    /// <summary>Source samples per resized sample.</summary>
    public int Taps { get; }

    /// <summary>The first source sample of each resized sample.</summary>
    public int[] Starts { get; }

    /// <summary>The weights: <see cref="Taps"/> for each resized sample.</summary>
    public float[] Weights { get; }

    /// <summary>Whether the length is unchanged.</summary>
    public bool IsIdentity => Source == Target;

    public static ResamplingAxis Of(int source, int target) =>
        source == target ? Identity(source) : target < source ? Average(source, target) : Cubic(source, target);

    private static ResamplingAxis Identity(int length)
    {
        var axis = new ResamplingAxis(length, length, 1);
        for (int i = 0; i < length; i++)
        {
            axis.Starts[i] = i;
            axis.Weights[i] = 1;
        }

        return axis;
    }

    /// <summary>Computed in integers: a source sample is divided into as many parts as there are target samples.</summary>
    private static ResamplingAxis Average(int source, int target)
    {
        var axis = new ResamplingAxis(source, target, (source / target) + 2);
        for (int i = 0; i < target; i++)
        {
            long from = (long)i * source, to = from + source;
            int first = (int)(from / target);
            axis.Starts[i] = Math.Min(first, source - axis.Taps);
            for (int sample = first; (long)sample * target < to; sample++)
            {
                long part = Math.Min(to, (sample + 1L) * target) - Math.Max(from, (long)sample * target);
                axis.Weights[(i * axis.Taps) + sample - axis.Starts[i]] = (float)((double)part / source);
            }
        }

        return axis;
    }

    private static ResamplingAxis Cubic(int source, int target)
    {
        var axis = new ResamplingAxis(source, target, CubicTaps);
        Span<double> weights = stackalloc double[CubicTaps];
        for (int i = 0; i < target; i++)
        {
            double position = ((i + 0.5) * source / target) - 0.5;
            int before = (int)Math.Floor(position);
            CatmullRom(position - before, weights);
            axis.Starts[i] = Math.Max(0, Math.Min(before - 1, source - axis.Taps));
            for (int tap = 0; tap < CubicTaps; tap++)
            {
                int sample = Math.Max(0, Math.Min(before - 1 + tap, source - 1));
                axis.Weights[(i * axis.Taps) + sample - axis.Starts[i]] += (float)weights[tap];
            }
        }

        return axis;
    }

    private static void CatmullRom(double t, Span<double> weights)
    {
        double t2 = t * t, t3 = t2 * t;
        weights[0] = ((2 * t2) - t3 - t) / 2;
        weights[1] = ((3 * t3) - (5 * t2) + 2) / 2;
        weights[2] = ((4 * t2) - (3 * t3) + t) / 2;
        weights[3] = (t3 - t2) / 2;
    }
}
