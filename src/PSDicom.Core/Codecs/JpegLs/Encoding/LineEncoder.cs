using System.Runtime.CompilerServices;
using EncodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Encoding.JpegLsBitWriter>;

namespace PSDicom.Codecs.JpegLs.Encoding;

/// <summary>
/// Encodes lines. A line has one more sample at each end, for the neighbours that the standard defines there (ITU-T T.87 A.2.1).
/// </summary>
internal static unsafe class LineEncoder
{
    /// <summary>The most bytes of a sample: LIMIT bits, with one stuffed for each 0xFF.</summary>
    public const int MaxBytesOfSample = 9;

    /// <summary>Encodes a line of one component, and replaces its samples by those that will be decoded.</summary>
    /// <returns>All bits that a sample changed.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int EncodeSamples<T>(EncodingState* state, ushort* previous, ushort* current, int width)
        where T : struct, IReconstruction
    {
        current[0] = previous[1];
        previous[width + 1] = previous[width];
        sbyte* regions = state->Regions;
        JpegLsBitWriter bits = state->Bits;
        int maxValue = state->MaxValue, maxPrefix = state->MaxPrefix, rangeBits = state->RangeBits, reset = state->Reset;
        int changes = 0;
        ushort* now = current + 1;
        ushort* end = now + width;
        ushort* before = previous + 1;
        while (now < end)
        {
            int left = now[-1], above = before[0], aboveLeft = before[-1];
            int signedContext = Prediction.Context(regions, left, above, aboveLeft, before[1]);
            if (signedContext != 0)
            {
                int sign = signedContext >> 31;
                RegularContext* context = state->Contexts + ((signedContext ^ sign) - sign);
                int prediction = Prediction.Correct(Prediction.Median(left, above, aboveLeft), context->Correction, sign, maxValue);
                int error = default(T).Quantize(*state, ((*now - prediction) ^ sign) - sign);
                if (default(T).Near(state->Near) != 0)
                {
                    int decoded = default(T).Reconstruct(*state, prediction, (error ^ sign) - sign);
                    changes |= *now ^ decoded;
                    *now = (ushort)decoded;
                }

                int signed = error ^ context->Inversion;
                bits.PutCode((signed << 1) ^ (signed >> 31), context->GolombParameter, maxPrefix, rangeBits);
                context->Update(error, default(T).Near(state->Near), reset);
                now++;
                before++;
                continue;
            }

            state->Bits = bits;
            int length = RunMode.Measure(now, (int)(end - now), left, default(T).Near(state->Near));
            RunMode.WriteLength(state, length, now + length == end);
            if (default(T).Near(state->Near) != 0)
            {
                for (int i = 0; i < length; i++)
                {
                    changes |= now[i] ^ left;
                    now[i] = (ushort)left;
                }
            }

            now += length;
            before += length;
            if (now < end)
            {
                int decoded = RunMode.WriteInterruption<T>(state, *now, left, before[0]);
                changes |= *now ^ decoded;
                *now++ = (ushort)decoded;
                before++;
            }

            bits = state->Bits;
        }

        state->Bits = bits;
        return changes;
    }
}
