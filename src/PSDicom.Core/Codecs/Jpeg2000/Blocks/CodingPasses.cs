using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>The coding passes of a code-block (T.800 D.3), over stripes of four rows, column by column.</summary>
internal unsafe ref struct CodingPasses
{
    private readonly MqDecoder* _mq;
    private readonly uint* _samples;
    private readonly uint* _flags;
    private readonly byte* _significance;
    private readonly byte* _sign;
    private readonly int _width;
    private readonly int _height;
    private readonly int _flagStride;
    private readonly bool _isCausal;

    public CodingPasses(
        MqDecoder* mq, uint* samples, uint* flags, int width, int height, byte* significance, byte* sign, bool isCausal)
    {
        _mq = mq;
        _samples = samples;
        _flags = flags;
        _width = width;
        _height = height;
        _flagStride = width + 2;
        _significance = significance;
        _sign = sign;
        _isCausal = isCausal;
        Raw = default;
    }

    /// <summary>The bits of raw passes, which bypass the arithmetic decoder.</summary>
    public RawBits Raw;

    /// <summary>The significance propagation pass (T.800 D.3.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public readonly void Significance(int plane)
    {
        // Locals stay in registers: writes through pointers cannot change them.
        MqDecoder* mq = _mq;
        byte* table = _significance;
        int width = _width;
        long spare = mq->Load();
        uint value = 3u << plane;
        uint* flags = _flags + _flagStride + 1;
        uint* samples = _samples;
        for (int y = 0; y < _height; y += 4, flags += _flagStride, samples += 4 * width)
        {
            for (int x = 0; x < width; x++)
            {
                uint f = flags[x];
                if (f == 0 || (f & StripeFlags.AllSelf) == StripeFlags.AllSelf) continue;
                SignificanceRow(mq, table, flags + x, samples + x, 0, value, ref spare);
                SignificanceRow(mq, table, flags + x, samples + x + width, 1, value, ref spare);
                SignificanceRow(mq, table, flags + x, samples + x + (2 * width), 2, value, ref spare);
                SignificanceRow(mq, table, flags + x, samples + x + (3 * width), 3, value, ref spare);
            }
        }

        mq->Store(spare);
    }

    /// <summary>The magnitude refinement pass (T.800 D.3.3).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public readonly void Refinement(int plane)
    {
        // Locals stay in registers: writes through pointers cannot change them.
        MqDecoder* mq = _mq;
        int width = _width;
        long spare = mq->Load();
        uint* flags = _flags + _flagStride + 1;
        uint* samples = _samples;
        for (int y = 0; y < _height; y += 4, flags += _flagStride, samples += 4 * width)
        {
            for (int x = 0; x < width; x++)
            {
                uint f = flags[x];
                if ((StripeFlags.SelfAtVisited(f) & ~f & StripeFlags.AllVisited) == 0) continue;
                RefinementRow(mq, flags + x, samples + x, 0, plane, ref spare);
                RefinementRow(mq, flags + x, samples + x + width, 1, plane, ref spare);
                RefinementRow(mq, flags + x, samples + x + (2 * width), 2, plane, ref spare);
                RefinementRow(mq, flags + x, samples + x + (3 * width), 3, plane, ref spare);
            }
        }

        mq->Store(spare);
    }

    /// <summary>The cleanup pass (T.800 D.3.4), which ends a bit-plane.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public readonly void Cleanup(int plane, bool hasSegmentationSymbol)
    {
        // Locals stay in registers: writes through pointers cannot change them.
        MqDecoder* mq = _mq;
        byte* table = _significance;
        int width = _width;
        long spare = mq->Load();
        uint value = 3u << plane;
        uint* flags = _flags + _flagStride + 1;
        uint* samples = _samples;
        for (int y = 0; y < _height; y += 4, flags += _flagStride, samples += 4 * width)
        {
            uint kept = ~(StripeFlags.AllVisited & ~(_height - y < 4 ? StripeFlags.HiddenRows(_height - y) : 0));
            for (int x = 0; x < width; x++)
            {
                uint f = flags[x];
                if (f == 0)
                {
                    CleanupRun(mq, table, width, flags + x, samples + x, value, ref spare);
                }
                else if (((StripeFlags.SelfAtVisited(f) | f) & StripeFlags.AllVisited) != StripeFlags.AllVisited)
                {
                    CleanupRow(mq, table, flags + x, samples + x, 0, value, ref spare);
                    CleanupRow(mq, table, flags + x, samples + x + width, 1, value, ref spare);
                    CleanupRow(mq, table, flags + x, samples + x + (2 * width), 2, value, ref spare);
                    CleanupRow(mq, table, flags + x, samples + x + (3 * width), 3, value, ref spare);
                }

                flags[x] &= kept;
            }
        }

        if (hasSegmentationSymbol)
        {
            for (int i = 0; i < 4; i++) MqDecoder.Decode(mq, mq->Contexts + MqDecoder.UniformContext, ref spare);
        }

        mq->Store(spare);
    }

    /// <summary>The raw significance propagation pass (T.800 D.6).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void SignificanceRaw(int plane)
    {
        uint* flags = _flags + _flagStride + 1;
        uint* samples = _samples;
        for (int y = 0; y < _height; y += 4, flags += _flagStride, samples += 4 * _width)
        {
            for (int x = 0; x < _width; x++)
            {
                for (int k = 0; k < 4 && flags[x] != 0; k++)
                {
                    uint f = flags[x] >> (3 * k);
                    if ((f & (StripeFlags.Self | StripeFlags.Visited)) != 0 || (f & StripeFlags.Neighbors) == 0) continue;
                    if (Raw.Read() != 0)
                    {
                        uint sign = Raw.Read();
                        StripeFlags.MarkSignificant(flags + x, _flagStride, k, sign, _isCausal);
                        samples[x + (k * _width)] = (3u << plane) | (sign << 31);
                    }

                    flags[x] |= StripeFlags.Visited << (3 * k);
                }
            }
        }
    }

    /// <summary>The raw magnitude refinement pass (T.800 D.6).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void RefinementRaw(int plane)
    {
        uint* flags = _flags + _flagStride + 1;
        uint* samples = _samples;
        for (int y = 0; y < _height; y += 4, flags += _flagStride, samples += 4 * _width)
        {
            for (int x = 0; x < _width; x++)
            {
                for (int k = 0; k < 4 && flags[x] != 0; k++)
                {
                    uint f = flags[x] >> (3 * k);
                    if ((f & (StripeFlags.Self | StripeFlags.Visited)) != StripeFlags.Self) continue;
                    samples[x + (k * _width)] += (Raw.Read() << (plane + 1)) - (1u << plane);
                    flags[x] |= StripeFlags.Refined << (3 * k);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void SignificanceRow(MqDecoder* mq, byte* table, uint* flag, uint* sample, int k, uint value, ref long spare)
    {
        uint f = *flag >> (3 * k);
        if ((f & (StripeFlags.Self | StripeFlags.Visited)) != 0 || (f & StripeFlags.Neighbors) == 0) return;
        if (MqDecoder.Decode(mq, mq->Contexts + table[f & StripeFlags.Neighbors], ref spare) != 0)
            BecomeSignificant(flag, sample, k, value, ref spare);
        *flag |= StripeFlags.Visited << (3 * k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RefinementRow(MqDecoder* mq, uint* flag, uint* sample, int k, int plane, ref long spare)
    {
        uint f = *flag >> (3 * k);
        if ((f & (StripeFlags.Self | StripeFlags.Visited)) != StripeFlags.Self) return;
        // T.800 table D.4.
        int context = (f & StripeFlags.Refined) != 0 ? 2 : (f & StripeFlags.Neighbors) != 0 ? 1 : 0;
        uint bit = MqDecoder.Decode(mq, mq->Contexts + BlockContexts.FirstRefinement + context, ref spare);
        *sample += (bit << (plane + 1)) - (1u << plane);
        *flag |= StripeFlags.Refined << (3 * k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void CleanupRow(MqDecoder* mq, byte* table, uint* flag, uint* sample, int k, uint value, ref long spare)
    {
        uint f = *flag >> (3 * k);
        if ((f & (StripeFlags.Self | StripeFlags.Visited)) != 0) return;
        if (MqDecoder.Decode(mq, mq->Contexts + table[f & StripeFlags.Neighbors], ref spare) != 0)
            BecomeSignificant(flag, sample, k, value, ref spare);
    }

    /// <summary>
    /// Decodes four samples without significant neighbours: one symbol says whether all stay insignificant, else two more which one does
    /// not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void CleanupRun(MqDecoder* mq, byte* table, int width, uint* flag, uint* sample, uint value, ref long spare)
    {
        if (MqDecoder.Decode(mq, mq->Contexts + MqDecoder.RunLengthContext, ref spare) == 0) return;
        ulong* uniform = mq->Contexts + MqDecoder.UniformContext;
        int k = (int)MqDecoder.Decode(mq, uniform, ref spare) << 1;
        k |= (int)MqDecoder.Decode(mq, uniform, ref spare);
        BecomeSignificant(flag, sample + (k * width), k, value, ref spare);
        for (k++; k < 4; k++) CleanupRow(mq, table, flag, sample + (k * width), k, value, ref spare);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void BecomeSignificant(uint* flag, uint* sample, int k, uint value, ref long spare)
    {
        long result = DecodeSign(flag, k, spare);
        spare = result & ~1L;
        *sample = value | ((uint)result << 31);
    }

    /// <summary>Decodes a sign (T.800 D.3.2) and updates the neighbours.</summary>
    /// <returns>The decoder's register with the sign in its lowest bit.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | Compiled.AtOnce)]
    private readonly long DecodeSign(uint* flag, int k, long spare)
    {
        uint prediction = _sign[StripeFlags.SignNeighbors(flag, k)];
        uint bit = MqDecoder.Decode(_mq, _mq->Contexts + (prediction & 0x7F), ref spare) ^ (prediction >> 7);
        StripeFlags.MarkSignificant(flag, _flagStride, k, bit, _isCausal);
        return spare | bit;
    }
}
