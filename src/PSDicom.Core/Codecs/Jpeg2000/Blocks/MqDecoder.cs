using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>
/// The arithmetic decoder (T.800 annex C). The interval A and the code C have more bits below the 16 of the standard, so that several bytes
/// are read at a time. Both are relative to <c>spare</c>, the amount that both can lose while every symbol is the more probable one: the
/// usual decision costs one subtraction and one comparison.
/// </summary>
internal unsafe struct MqDecoder
{
    /// <summary>Significance contexts are 0 to 8, sign 9 to 13, refinement 14 to 16 (T.800 table D.7).</summary>
    public const int RunLengthContext = 17;
    public const int UniformContext = 18;
    public const int ContextCount = 19;

    /// <summary>The number of bits below the 16 of the standard's registers.</summary>
    private const int Below = 40;
    private const long Half = 0x8000L << Below;
    private const ulong ProbabilityMask = 0xFFFFUL << Below;

    public fixed ulong Contexts[ContextCount];

    private long _interval;
    private long _code;
    private long _spare;
    private byte* _next;
    private byte* _end;
    private int _bits;
    private byte _last;

    /// <inheritdoc cref="MqStates.Reset"/>
    public void ResetContexts()
    {
        fixed (ulong* contexts = Contexts) MqStates.Reset(new Span<ulong>(contexts, ContextCount));
    }

    /// <summary>Begins a codeword segment (T.800 C.3.5).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Begin(byte* bytes, int length)
    {
        _next = bytes;
        _end = bytes + length;
        _last = length > 0 ? *_next++ : (byte)0xFF;
        _bits = -7;
        _spare = Split(Half, Fill((long)_last << (Below + 7)));
    }

    /// <summary>The spare amount, which loops keep in a register between <see cref="Load"/> and <see cref="Store"/>.</summary>
    public readonly long Load() => _spare;

    public void Store(long spare) => _spare = spare;

    /// <summary>Decodes one symbol.</summary>
    /// <param name="mq">The decoder.</param>
    /// <param name="context">Its context.</param>
    /// <param name="spare">The spare amount of <see cref="Load"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Decode(MqDecoder* mq, ulong* context, ref long spare)
    {
        ulong state = *context;
        long rest = spare - (long)(state & ProbabilityMask);
        if (rest >= 0)
        {
            spare = rest;
            return (uint)state & 1;
        }

        rest = mq->Exchange(context, rest);
        spare = rest & ~1L;
        return (uint)rest & 1;
    }

    /// <summary>The other cases, with renormalization (T.800 figures C.15 to C.18).</summary>
    /// <returns>The new spare amount, with the symbol in its lowest bit, which is unused otherwise.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | Compiled.AtOnce)]
    private long Exchange(ulong* context, long spare)
    {
        ulong state = *context;
        long probability = (long)(state & ProbabilityMask);
        long interval = _interval + spare, code = _code + spare;

        // Masks instead of branches, which would be unpredictable: whether the code is in the lower part of the interval, and whether the
        // symbol is the less probable one, which the smaller part stands for.
        long isLower = code >> 63, isLess = isLower ^ ((interval - probability) >> 63);
        code += probability & isLower;
        interval += (probability - interval) & isLower;
        *context = MqStates.Next(state, isLess);

        int shift = Bits.LeadingZeros((ulong)interval) - (64 - Below - 16);
        code <<= shift;
        _bits -= shift;
        if (_bits < 15) code = Fill(code);
        return Split(interval << shift, code) | (((long)state ^ isLess) & 1);
    }

    /// <returns>The spare amount.</returns>
    [MethodImpl(Compiled.AtOnce)]
    private long Split(long interval, long code)
    {
        long spare = interval - Half, over = code - spare;
        spare += over & (over >> 63);
        _interval = interval - spare;
        _code = code - spare;
        return spare;
    }

    /// <summary>Reads bytes. After 0xFF, the next byte has 7 bits; ones follow the end (T.800 figure C.19).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private long Fill(long code)
    {
        while (_bits <= Below - 9)
        {
            if (_next >= _end || (_last == 0xFF && *_next > 0x8F))
            {
                _next = _end;
                code += 0xFFL << (Below - _bits - 8);
                _bits += 8;
            }
            else if (_last == 0xFF)
            {
                _last = *_next++;
                code += (long)_last << (Below - _bits - 7);
                _bits += 7;
            }
            else
            {
                _last = *_next++;
                code += (long)_last << (Below - _bits - 8);
                _bits += 8;
            }
        }

        return code;
    }
}
