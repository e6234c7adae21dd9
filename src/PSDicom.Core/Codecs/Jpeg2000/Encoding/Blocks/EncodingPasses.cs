using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>
/// The coding passes of a code-block (T.800 D.3), over stripes of four rows, column by column. The bits of a column are four bits of a byte,
/// that of the first row lowest.
/// </summary>
/// <param name="mq">The arithmetic encoder.</param>
/// <param name="flags">The state of the samples, after <see cref="StripeFlags.Clear"/>.</param>
/// <param name="bits">The bits of the current bit-plane, by stripe and column. Missing rows are 0.</param>
/// <param name="signs">The signs, in the same layout.</param>
/// <param name="width">The number of columns.</param>
/// <param name="height">The number of rows.</param>
/// <param name="significance">The significance contexts of the sub-band.</param>
/// <param name="sign">The sign contexts.</param>
internal unsafe ref struct EncodingPasses(
    MqEncoder* mq, uint* flags, byte* bits, byte* signs, int width, int height, byte* significance, byte* sign)
{
    private long _spare;

    /// <summary>Begins the codeword segment.</summary>
    public void Begin(byte* bytes) => _spare = mq->Begin(bytes);

    /// <summary>The state after the last pass.</summary>
    public readonly PassEnd End() => mq->End();

    /// <summary>Ends the codeword segment.</summary>
    /// <returns>The number of bytes.</returns>
    public readonly int Finish() => mq->Finish(_spare);

    /// <summary>The significance propagation pass (T.800 D.3.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Significance()
    {
        // Locals stay in registers: writes through pointers cannot change them.
        MqEncoder* coder = mq;
        byte* table = significance, values = bits, negatives = signs;
        int columns = width;
        uint* flag = flags + columns + 3;
        long spare = _spare;
        for (int y = 0; y < height; y += 4, flag += 2)
        {
            for (uint* end = flag + columns; flag < end; flag++, values++, negatives++)
            {
                uint f = *flag;
                if (f == 0 || (f & StripeFlags.AllSelf) == StripeFlags.AllSelf) continue;
                SignificanceRow(coder, table, flag, *values, negatives, 0, ref spare);
                SignificanceRow(coder, table, flag, *values, negatives, 1, ref spare);
                SignificanceRow(coder, table, flag, *values, negatives, 2, ref spare);
                SignificanceRow(coder, table, flag, *values, negatives, 3, ref spare);
            }
        }

        _spare = spare;
    }

    /// <summary>The magnitude refinement pass (T.800 D.3.3).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Refinement()
    {
        MqEncoder* coder = mq;
        byte* values = bits;
        int columns = width;
        uint* flag = flags + columns + 3;
        long spare = _spare;
        for (int y = 0; y < height; y += 4, flag += 2)
        {
            for (uint* end = flag + columns; flag < end; flag++, values++)
            {
                uint f = *flag;
                if ((StripeFlags.SelfAtVisited(f) & ~f & StripeFlags.AllVisited) == 0) continue;
                RefinementRow(coder, flag, *values, 0, ref spare);
                RefinementRow(coder, flag, *values, 1, ref spare);
                RefinementRow(coder, flag, *values, 2, ref spare);
                RefinementRow(coder, flag, *values, 3, ref spare);
            }
        }

        _spare = spare;
    }

    /// <summary>The cleanup pass (T.800 D.3.4), which ends a bit-plane.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Cleanup()
    {
        MqEncoder* coder = mq;
        byte* table = significance, values = bits, negatives = signs;
        int columns = width;
        uint* flag = flags + columns + 3;
        long spare = _spare;
        for (int y = 0; y < height; y += 4, flag += 2)
        {
            uint kept = ~(StripeFlags.AllVisited & ~(height - y < 4 ? StripeFlags.HiddenRows(height - y) : 0));
            for (uint* end = flag + columns; flag < end; flag++, values++, negatives++)
            {
                uint f = *flag;
                if (f == 0)
                {
                    // One symbol says whether all four samples stay insignificant.
                    uint value = *values;
                    MqEncoder.Encode(coder, coder->Contexts + MqDecoder.RunLengthContext, value == 0 ? 0u : 1, ref spare);
                    if (value != 0) CleanupRun(coder, table, flag, value, negatives, ref spare);
                }
                else if (((StripeFlags.SelfAtVisited(f) | f) & StripeFlags.AllVisited) != StripeFlags.AllVisited)
                {
                    CleanupRow(coder, table, flag, *values, negatives, 0, ref spare);
                    CleanupRow(coder, table, flag, *values, negatives, 1, ref spare);
                    CleanupRow(coder, table, flag, *values, negatives, 2, ref spare);
                    CleanupRow(coder, table, flag, *values, negatives, 3, ref spare);
                }

                *flag &= kept;
            }
        }

        _spare = spare;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void SignificanceRow(MqEncoder* coder, byte* table, uint* flag, uint value, byte* negative, int k, ref long spare)
    {
        uint f = *flag >> (3 * k);
        if ((f & (StripeFlags.Self | StripeFlags.Visited)) != 0 || (f & StripeFlags.Neighbors) == 0) return;
        uint bit = (value >> k) & 1;
        MqEncoder.Encode(coder, coder->Contexts + table[f & StripeFlags.Neighbors], bit, ref spare);
        if (bit != 0) spare = EncodeSign(flag, *negative, k, spare);
        *flag |= StripeFlags.Visited << (3 * k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RefinementRow(MqEncoder* coder, uint* flag, uint value, int k, ref long spare)
    {
        uint f = *flag >> (3 * k);
        if ((f & (StripeFlags.Self | StripeFlags.Visited)) != StripeFlags.Self) return;
        // T.800 table D.4.
        int context = (f & StripeFlags.Refined) != 0 ? 2 : (f & StripeFlags.Neighbors) != 0 ? 1 : 0;
        MqEncoder.Encode(coder, coder->Contexts + BlockContexts.FirstRefinement + context, (value >> k) & 1, ref spare);
        *flag |= StripeFlags.Refined << (3 * k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void CleanupRow(MqEncoder* coder, byte* table, uint* flag, uint value, byte* negative, int k, ref long spare)
    {
        uint f = *flag >> (3 * k);
        if ((f & (StripeFlags.Self | StripeFlags.Visited)) != 0) return;
        uint bit = (value >> k) & 1;
        MqEncoder.Encode(coder, coder->Contexts + table[f & StripeFlags.Neighbors], bit, ref spare);
        if (bit != 0) spare = EncodeSign(flag, *negative, k, spare);
    }

    /// <summary>Encodes which of four samples is the first significant one, and those after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void CleanupRun(MqEncoder* coder, byte* table, uint* flag, uint value, byte* negative, ref long spare)
    {
        int k = Bits.TrailingZeros(value);
        ulong* uniform = coder->Contexts + MqDecoder.UniformContext;
        MqEncoder.Encode(coder, uniform, (uint)k >> 1, ref spare);
        MqEncoder.Encode(coder, uniform, (uint)k & 1, ref spare);
        spare = EncodeSign(flag, *negative, k, spare);
        for (k++; k < 4; k++) CleanupRow(coder, table, flag, value, negative, k, ref spare);
    }

    /// <summary>Encodes a sign (T.800 D.3.2) and updates the neighbours.</summary>
    /// <returns>The spare amount.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | Compiled.AtOnce)]
    private readonly long EncodeSign(uint* flag, uint negative, int k, long spare)
    {
        uint prediction = sign[StripeFlags.SignNeighbors(flag, k)], bit = (negative >> k) & 1;
        MqEncoder.Encode(mq, mq->Contexts + (prediction & 0x7F), bit ^ (prediction >> 7), ref spare);
        StripeFlags.MarkSignificant(flag, width + 2, k, bit, isCausal: false);
        return spare;
    }
}
