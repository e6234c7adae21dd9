using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>Applies a slope and an intercept to samples. The result has the smallest type that holds every result exactly.</summary>
internal sealed class LinearScaling : ISampleVisitor
{
    private readonly double _slope;
    private readonly double _intercept;
    private readonly SampleType _type;

    private LinearScaling(double slope, double intercept, SampleType type)
    {
        _slope = slope;
        _intercept = intercept;
        _type = type;
    }

    private Array Result { get; set; } = Array.Empty<double>();

    /// <summary>Scales samples.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="bits">Bits Stored. The type follows from the bits and not from the samples, so that all frames have the same.</param>
    /// <param name="slope">The factor.</param>
    /// <param name="intercept">The number that is then added.</param>
    public static Array Apply(Array samples, int bits, double slope, double intercept)
    {
        var scaling = new LinearScaling(slope, intercept, FindType(samples, bits, slope, intercept));
        SampleArray.Visit(samples, scaling);
        return scaling.Result;
    }

    [MethodImpl(Compiled.AtOnce)]

    void ISampleVisitor.Visit<T>(T[] samples)
    {
        int slope = _type == SampleType.Float64 ? 0 : (int)_slope, intercept = _type == SampleType.Float64 ? 0 : (int)_intercept;
        switch (_type)
        {
            case SampleType.UInt8:
                var bytes = new byte[samples.Length];
                for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)((samples[i].ToInt32(null) * slope) + intercept);
                Result = bytes;
                break;
            case SampleType.Int16:
                var shorts = new short[samples.Length];
                for (int i = 0; i < shorts.Length; i++) shorts[i] = (short)((samples[i].ToInt32(null) * slope) + intercept);
                Result = shorts;
                break;
            case SampleType.UInt16:
                var words = new ushort[samples.Length];
                for (int i = 0; i < words.Length; i++) words[i] = (ushort)((samples[i].ToInt32(null) * slope) + intercept);
                Result = words;
                break;
            case SampleType.Int32:
                var integers = new int[samples.Length];
                for (int i = 0; i < integers.Length; i++) integers[i] = (samples[i].ToInt32(null) * slope) + intercept;
                Result = integers;
                break;
            default:
                var doubles = new double[samples.Length];
                for (int i = 0; i < doubles.Length; i++) doubles[i] = (samples[i].ToDouble(null) * _slope) + _intercept;
                Result = doubles;
                break;
        }
    }

    private static SampleType FindType(Array samples, int bits, double slope, double intercept)
    {
        bool isWhole = slope == Math.Floor(slope) && intercept == Math.Floor(intercept) && Math.Abs(slope) <= int.MaxValue;
        if (!isWhole || SampleArray.TypeOf(samples) is SampleType.Float32 or SampleType.Float64 || bits > 31) return SampleType.Float64;
        double range = Math.Pow(2, bits);
        double lowest = SampleArray.IsSigned(samples) ? -range / 2 : 0;
        double a = (lowest * slope) + intercept, b = ((lowest + range - 1) * slope) + intercept;
        double minimum = Math.Min(a, b), maximum = Math.Max(a, b);

        // The product must fit too, as it is computed first.
        if (Math.Min(minimum, minimum - intercept) < int.MinValue) return SampleType.Float64;
        if (Math.Max(maximum, maximum - intercept) > int.MaxValue) return SampleType.Float64;
        if (Math.Abs(intercept) > int.MaxValue) return SampleType.Float64;
        return SampleArray.TypeOfRange(minimum, maximum) ?? SampleType.Float64;
    }
}
