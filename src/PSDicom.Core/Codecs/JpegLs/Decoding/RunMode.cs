using System;
using System.Runtime.CompilerServices;
using DecodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Decoding.JpegLsBitReader>;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>Run mode: lengths of equal samples, and the sample that ends them (ITU-T T.87 A.7).</summary>
internal static unsafe class RunMode
{
    /// <summary>Reads the length of a run.</summary>
    /// <param name="state">The state of the interval.</param>
    /// <param name="most">The number of samples left in the line.</param>
    /// <returns>The length, <paramref name="most"/> if the run reaches the end of the line; -1 if the bits end or are not valid.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int ReadLength(DecodingState* state, int most)
    {
        int length = 0;
        while (true)
        {
            int bit = state->Bits.ReadBit();
            if (bit < 0) return -1;
            int partBits = RunParts.Bits[state->RunIndex];
            if (bit == 0)
            {
                int rest = state->Bits.ReadBits(partBits);
                length += rest;
                return rest < 0 || length > most ? -1 : length;
            }

            int part = 1 << partBits;
            if (part > most - length) return most;
            length += part;
            if (state->RunIndex < RunParts.LastIndex) state->RunIndex++;
            if (length == most) return most;
        }
    }

    /// <summary>Reads the sample that ended a run.</summary>
    /// <param name="state">The state of the interval.</param>
    /// <param name="left">Ra, the value of the run.</param>
    /// <param name="above">Rb, the sample above.</param>
    /// <param name="isPixel">Whether the run is of whole pixels, where the sample above is always the prediction.</param>
    /// <returns>The sample; -1 if the bits end or are not valid.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int ReadInterruption<T>(DecodingState* state, int left, int above, bool isPixel)
        where T : struct, IReconstruction
    {
        if (!isPixel && Math.Abs(left - above) <= state->Near)
            return ReadError(state, ref state->InterruptedRun, out int error) ? default(T).Reconstruct(*state, left, error) : -1;
        if (!ReadError(state, ref state->InterruptedAbove, out int signed)) return -1;
        return default(T).Reconstruct(*state, above, above < left ? -signed : signed);
    }

    /// <summary>Decrements RUNindex after an interrupted run (ITU-T T.87 A.7.1.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void End(DecodingState* state)
    {
        if (state->RunIndex > 0) state->RunIndex--;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static bool ReadError(DecodingState* state, ref RunContext context, out int error)
    {
        int k = context.GolombParameter();
        int limit = state->Limit - RunParts.Bits[state->RunIndex] - 1;
        int mapped = state->Bits.ReadCode(k, limit - state->RangeBits - 1, state->RangeBits);
        error = mapped < 0 ? 0 : context.Update(mapped, k, state->Reset);
        return mapped >= 0;
    }
}
