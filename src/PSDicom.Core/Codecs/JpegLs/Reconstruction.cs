using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs;

/// <summary>The quantization of prediction errors, and the reconstruction of samples from prediction and error. It is a type parameter, so that each loop is specialized.</summary>
internal interface IReconstruction
{
    /// <summary>NEAR, as a constant where possible.</summary>
    int Near(int near);

    /// <summary>Quantizes an error, and reduces it to RANGE values (ITU-T T.87 A.4.4, A.4.5).</summary>
    int Quantize<TBits>(in CodingState<TBits> state, int error)
        where TBits : unmanaged;

    /// <summary>Reconstructs a sample (ITU-T T.87 A.4.4, A.4.5), clamped between 0 and MAXVAL.</summary>
    int Reconstruct<TBits>(in CodingState<TBits> state, int prediction, int error)
        where TBits : unmanaged;
}

/// <summary>Lossless, with a MAXVAL of all ones.</summary>
internal readonly struct LosslessReconstruction : IReconstruction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Near(int near) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Quantize<TBits>(in CodingState<TBits> state, int error)
        where TBits : unmanaged => (error << (32 - state.RangeBits)) >> (32 - state.RangeBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reconstruct<TBits>(in CodingState<TBits> state, int prediction, int error)
        where TBits : unmanaged => (prediction + error) & state.MaxValue;
}

/// <summary>Near-lossless, or with any MAXVAL.</summary>
internal readonly struct NearReconstruction : IReconstruction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Near(int near) => near;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Quantize<TBits>(in CodingState<TBits> state, int error)
        where TBits : unmanaged
    {
        int sign = error >> 31;
        int size = (error ^ sign) - sign;
        // A division by 2 * NEAR + 1, which is exact for 17 bits.
        int steps = (int)(((uint)(size + state.Near) * state.StepReciprocal) >> 32);
        int quantized = (steps ^ sign) - sign;
        if (quantized < state.LeastError) quantized += state.Range;
        if (quantized > state.LeastError + state.Range - 1) quantized -= state.Range;
        return quantized;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reconstruct<TBits>(in CodingState<TBits> state, int prediction, int error)
        where TBits : unmanaged
    {
        int value = prediction + (error * ((2 * state.Near) + 1));
        if (value < -state.Near) value += state.ReconstructedRange;
        else if (value > state.MaxValue + state.Near) value -= state.ReconstructedRange;
        return (uint)value <= (uint)state.MaxValue ? value : ~(value >> 31) & state.MaxValue;
    }
}
