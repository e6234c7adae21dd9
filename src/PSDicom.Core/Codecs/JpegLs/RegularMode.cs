using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs;

/// <summary>Regular mode: a sample predicted and corrected by what its context has taught (ITU-T T.87 A.4 to A.6).</summary>
internal static unsafe class RegularMode
{
    private const int FewBits = 32;

    /// <summary>The context of a sample by its three gradients, with the sign that its errors have; 0 is run mode (ITU-T T.87 A.3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Context(sbyte* regions, int left, int above, int aboveLeft, int aboveRight) =>
        (((regions[aboveRight - above] * 9) + regions[above - aboveLeft]) * 9) + regions[aboveLeft - left];

    /// <summary>Reads a sample.</summary>
    /// <param name="state">The state of the interval, but for the bits in the two next.</param>
    /// <param name="cache">The reader's cache.</param>
    /// <param name="count">The bits in it.</param>
    /// <param name="signedContext">What <see cref="Context"/> tells.</param>
    /// <param name="left">Ra.</param>
    /// <param name="above">Rb.</param>
    /// <param name="aboveLeft">Rc.</param>
    /// <returns>The sample; -1 if the bits tell none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadSample<T>(CodingState* state, ref ulong cache, ref int count, int signedContext, int left, int above, int aboveLeft)
        where T : struct, IReconstruction
    {
        int sign = signedContext >> 31;
        RegularContext* context = state->Contexts + ((signedContext ^ sign) - sign);
        int prediction = Predict(left, above, aboveLeft) + ((context->Correction ^ sign) - sign);
        if ((uint)prediction > (uint)state->MaxValue) prediction = ~(prediction >> 31) & state->MaxValue;

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
            // The one that ends the zeros, and the k bits after it, are a number: 2^k too much.
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

    /// <summary>The median of left, above and their plane (ITU-T T.87 A.4.1), without branches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Predict(int left, int above, int aboveLeft)
    {
        int difference = left - above;
        int lower = difference & (difference >> 31);
        int smallest = above + lower;
        int largest = left - lower;
        int plane = left + above - aboveLeft;
        int excess = plane - largest;
        plane -= excess & ~(excess >> 31);
        int lack = smallest - plane;
        return plane + (lack & ~(lack >> 31));
    }
}
