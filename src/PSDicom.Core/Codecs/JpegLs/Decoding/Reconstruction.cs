using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>The reconstruction of samples from prediction and error. It is a type parameter, so that each loop is specialized.</summary>
internal interface IReconstruction
{
    /// <summary>NEAR, as a constant where possible.</summary>
    int Near(int near);

    /// <summary>Reconstructs a sample (ITU-T T.87 A.4.4, A.4.5), clamped between 0 and MAXVAL.</summary>
    int Reconstruct(in CodingState state, int prediction, int error);
}

/// <summary>Lossless, with a MAXVAL of all ones.</summary>
internal readonly struct LosslessReconstruction : IReconstruction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Near(int near) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reconstruct(in CodingState state, int prediction, int error) => (prediction + error) & state.MaxValue;
}

/// <summary>Near-lossless, or with any MAXVAL.</summary>
internal readonly struct NearReconstruction : IReconstruction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Near(int near) => near;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reconstruct(in CodingState state, int prediction, int error)
    {
        int value = prediction + (error * ((2 * state.Near) + 1));
        if (value < -state.Near) value += state.ReconstructedRange;
        else if (value > state.MaxValue + state.Near) value -= state.ReconstructedRange;
        return (uint)value <= (uint)state.MaxValue ? value : ~(value >> 31) & state.MaxValue;
    }
}
