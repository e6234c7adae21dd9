using System;
using System.Runtime.CompilerServices;
using EncodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Encoding.JpegLsBitWriter>;

namespace PSDicom.Codecs.JpegLs.Encoding;

/// <summary>Run mode: lengths of equal samples, and the sample that ends them (ITU-T T.87 A.7).</summary>
internal static unsafe class RunMode
{
    /// <summary>The number of samples that differ from the run by at most NEAR.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static int Measure(ushort* samples, int most, int value, int near)
    {
        int length = 0;
        if (near == 0)
        {
            // Four at a time.
            ulong same = (ulong)value * 0x0001_0001_0001_0001UL;
            while (length <= most - 4 && *(ulong*)(samples + length) == same) length += 4;
            while (length < most && samples[length] == value) length++;
            return length;
        }

        while (length < most && Math.Abs(samples[length] - value) <= near) length++;
        return length;
    }

    /// <summary>Writes the length of a run.</summary>
    /// <param name="state">The state of the scan.</param>
    /// <param name="length">The length.</param>
    /// <param name="isToEnd">Whether it reaches the end of the line.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void WriteLength(EncodingState* state, int length, bool isToEnd)
    {
        while (length >= 1 << RunParts.Bits[state->RunIndex])
        {
            state->Bits.Put(1, 1);
            length -= 1 << RunParts.Bits[state->RunIndex];
            if (state->RunIndex < RunParts.LastIndex) state->RunIndex++;
        }

        if (!isToEnd) state->Bits.Put((uint)length, 1 + RunParts.Bits[state->RunIndex]);
        else if (length > 0) state->Bits.Put(1, 1);
    }

    /// <summary>Writes the sample that ended a run.</summary>
    /// <param name="state">The state of the scan.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="left">Ra, the value of the run.</param>
    /// <param name="above">Rb, the sample above.</param>
    /// <returns>The sample as it is decoded.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int WriteInterruption<T>(EncodingState* state, int sample, int left, int above)
        where T : struct, IReconstruction
    {
        int decoded;
        if (Math.Abs(left - above) <= state->Near)
        {
            int error = default(T).Quantize(*state, sample - left);
            decoded = default(T).Reconstruct(*state, left, error);
            WriteError(state, ref state->InterruptedRun, error);
        }
        else
        {
            int sign = above < left ? -1 : 0;
            int error = default(T).Quantize(*state, ((sample - above) ^ sign) - sign);
            decoded = default(T).Reconstruct(*state, above, (error ^ sign) - sign);
            WriteError(state, ref state->InterruptedAbove, error);
        }

        if (state->RunIndex > 0) state->RunIndex--;
        return decoded;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void WriteError(EncodingState* state, ref RunContext context, int error)
    {
        int k = context.GolombParameter();
        int mapped = context.Map(error, k);
        int limit = state->Limit - RunParts.Bits[state->RunIndex] - 1;
        state->Bits.PutCode(mapped, k, limit - state->RangeBits - 1, state->RangeBits);
        context.Update(mapped, k, state->Reset);
    }
}
