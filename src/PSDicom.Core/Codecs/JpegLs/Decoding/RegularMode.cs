using System.Runtime.CompilerServices;
using DecodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Decoding.JpegLsBitReader>;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>Regular mode: samples are predicted and corrected by their context (ITU-T T.87 A.4 to A.6).</summary>
internal static unsafe class RegularMode
{
    private const int FewBits = 32;

    /// <summary>Reads a sample.</summary>
    /// <param name="state">The state of the interval, without the bits in the next two parameters.</param>
    /// <param name="cache">The reader's cache.</param>
    /// <param name="count">The number of bits in the cache.</param>
    /// <param name="signedContext">The result of <see cref="Prediction.Context"/>.</param>
    /// <param name="left">Ra, the sample to the left.</param>
    /// <param name="above">Rb, the sample above.</param>
    /// <param name="aboveLeft">Rc, the sample above to the left.</param>
    /// <returns>The sample; -1 if the bits end or are not valid.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadSample<T>(DecodingState* state, ref ulong cache, ref int count, int signedContext, int left, int above, int aboveLeft)
        where T : struct, IReconstruction
    {
        int sign = signedContext >> 31;
        RegularContext* context = state->Contexts + ((signedContext ^ sign) - sign);
        int prediction = Prediction.Correct(Prediction.Median(left, above, aboveLeft), context->Correction, sign, state->MaxValue);

        if (count < FewBits)
        {
            state->Bits.Cache = cache;
            state->Bits.Count = count;
            state->Bits.Fill();
            cache = state->Bits.Cache;
            count = state->Bits.Count;
        }

        int k = context->GolombParameter;
        int zeros = BitCount.LeadingZeros(cache);
        int mapped;
        if (zeros + k < count && zeros < state->MaxPrefix)
        {
            // The one after the zeros and the next k bits are a number that is 2^k too large.
            ulong code = cache << zeros;
            mapped = (int)(code >> (63 - k)) + ((zeros - 1) << k);
            cache = code << (k + 1);
            count -= zeros + k + 1;
        }
        else
        {
            state->Bits.Cache = cache;
            state->Bits.Count = count;
            mapped = state->Bits.ReadCode(k, state->MaxPrefix, state->RangeBits);
            cache = state->Bits.Cache;
            count = state->Bits.Count;
            if (mapped < 0) return -1;
        }

        int error = (mapped >> 1) ^ -(mapped & 1) ^ context->Inversion;
        int sample = default(T).Reconstruct(*state, prediction, (error ^ sign) - sign);
        context->Update(error, default(T).Near(state->Near), state->Reset);
        return sample;
    }
}
