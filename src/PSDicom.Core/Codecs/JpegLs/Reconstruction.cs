using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs;

/// <summary>How a sample is made of its prediction and error; a type each, for the compiler to make a loop of each.</summary>
internal interface IReconstruction
{
    /// <summary>NEAR, if it is known to the compiler.</summary>
    int Near(int near);

    /// <summary>The sample (ITU-T T.87 A.4.4, A.4.5), between 0 and MAXVAL whatever the error is.</summary>
    int Reconstruct(in CodingState state, int prediction, int error);
}

/// <summary>Lossless, with a largest value of all ones.</summary>
internal readonly struct LosslessReconstruction : IReconstruction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Near(int near) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reconstruct(in CodingState state, int prediction, int error) => (prediction + error) & state.MaxValue;
}

/// <summary>Near-lossless, or with any largest value.</summary>
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
