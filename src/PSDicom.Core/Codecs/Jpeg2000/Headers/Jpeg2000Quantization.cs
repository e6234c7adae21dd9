using System;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The quantization of a component (QCD, QCC, T.800 A.6.4).</summary>
internal sealed class Jpeg2000Quantization
{
    private readonly int[] _steps;
    private readonly bool _isDerived;
    private readonly bool _hasMantissa;

    private Jpeg2000Quantization(int guardBits, int[] steps, bool isDerived, bool hasMantissa)
    {
        GuardBits = guardBits;
        _steps = steps;
        _isDerived = isDerived;
        _hasMantissa = hasMantissa;
    }

    public int GuardBits { get; }

    public static Jpeg2000Quantization Read(ref SegmentReader segment)
    {
        long at = segment.Offset;
        int style = segment.ReadByte();
        bool hasMantissa = (style & 0x1F) != 0, isDerived = (style & 0x1F) == 1;
        if ((style & 0x1F) > 2) throw CodestreamError.Jpeg2000($"the quantization style {style & 0x1F} is unknown.", at);
        int count = isDerived ? 1 : hasMantissa ? segment.Remaining / 2 : segment.Remaining;
        if (count == 0) throw CodestreamError.Jpeg2000("the quantization has no step sizes.", at);
        var steps = new int[Math.Min(count, (3 * 32) + 1)];
        for (int i = 0; i < steps.Length; i++) steps[i] = hasMantissa ? segment.ReadUInt16() : segment.ReadByte() >> 3 << 11;
        return new Jpeg2000Quantization(style >> 5, steps, isDerived, hasMantissa);
    }

    /// <summary>The exponent of a sub-band's step size (T.800 formula E-5 if it is derived).</summary>
    /// <param name="index">The sub-band: 0 for LL, then HL, LH and HH of each resolution.</param>
    public int Exponent(int index)
    {
        if (_isDerived) return Math.Max(0, (_steps[0] >> 11) - (index == 0 ? 0 : (index - 1) / 3));
        return index < _steps.Length ? _steps[index] >> 11 : 0;
    }

    /// <summary>The step size of a sub-band (T.800 formula E-3).</summary>
    /// <param name="index">The sub-band.</param>
    /// <param name="range">The nominal range in bits (R).</param>
    public float StepSize(int index, int range)
    {
        int mantissa = !_hasMantissa ? 0 : _isDerived ? _steps[0] & 0x7FF : index < _steps.Length ? _steps[index] & 0x7FF : 0;
        return (float)(Math.Pow(2, range - Exponent(index)) * (1 + (mantissa / 2048.0)));
    }
}
