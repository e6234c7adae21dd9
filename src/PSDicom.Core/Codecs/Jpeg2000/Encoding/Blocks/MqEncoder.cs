using System;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>
/// The arithmetic encoder (T.800 annex C). While every symbol is the more probable one and the interval A is not renormalized, the top C + A
/// of the interval stays the same: only <c>spare</c> changes, the amount by which A is above its minimum, at the scale of
/// <see cref="MqStates"/>.
/// </summary>
internal unsafe struct MqEncoder
{
    private const int Scale = 40;
    private const ulong ProbabilityMask = 0xFFFFUL << Scale;
    private const uint Half = 0x8000;

    public fixed ulong Contexts[MqDecoder.ContextCount];

    private byte* _start;

    // The last byte, to which a carry can be added. The one before the first is never changed by a carry.
    private byte* _last;
    private uint _top;
    private int _untilByte;

    /// <summary>The number of bytes that are complete, but for a carry to the last one.</summary>
    private readonly int Length => (int)(_last - _start) + 1;

    /// <summary>Begins a codeword segment (T.800 figure C.3) with contexts in their initial states.</summary>
    /// <param name="bytes">The memory of the segment, with one byte before.</param>
    /// <returns>The spare amount.</returns>
    public long Begin(byte* bytes)
    {
        fixed (ulong* contexts = Contexts) MqStates.Reset(new Span<ulong>(contexts, MqDecoder.ContextCount));
        _start = bytes;
        _last = bytes - 1;
        *_last = 0;
        _top = Half;
        _untilByte = 12;
        return 0;
    }

    /// <summary>The state after the last symbol.</summary>
    public readonly PassEnd End() => new(Length - 1, *_last, _top, _untilByte);

    /// <summary>Encodes one symbol.</summary>
    /// <param name="mq">The encoder.</param>
    /// <param name="context">Its context.</param>
    /// <param name="bit">The symbol.</param>
    /// <param name="spare">The spare amount.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Encode(MqEncoder* mq, ulong* context, uint bit, ref long spare)
    {
        ulong state = *context;
        long rest = spare - (long)(state & ProbabilityMask);
        // One branch for both: the less probable symbol, or renormalization.
        spare = (rest | -(long)((state ^ bit) & 1)) >= 0 ? rest : mq->Exchange(context, rest, bit);
    }

    /// <summary>Ends the segment (T.800 figure C.12). The last byte is not 0xFF.</summary>
    /// <returns>The number of bytes.</returns>
    public int Finish(long spare)
    {
        uint interval = (uint)(spare >> Scale) + Half, code = (_top - interval) | 0xFFFF;
        if (code >= _top) code -= Half;
        code = WriteByte(code << _untilByte);
        WriteByte(code << _untilByte);
        return Length - (*_last == 0xFF ? 1 : 0);
    }

    /// <summary>The other cases, with renormalization (T.800 figures C.6 to C.8).</summary>
    /// <returns>The new spare amount.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | Compiled.AtOnce)]
    private long Exchange(ulong* context, long rest, uint bit)
    {
        ulong state = *context;
        int probability = (int)(state >> Scale) & 0xFFFF, interval = (int)(rest >> Scale) + (int)Half;
        // Masks instead of branches: whether the symbol is the less probable one, which the smaller part stands for, and whether the part
        // is the lower one.
        long isLess = -(long)((state ^ bit) & 1);
        int isLower = (int)isLess ^ ((interval - probability) >> 31);
        uint code = _top - (uint)interval - (uint)(probability & isLower);
        interval += (probability - interval) & isLower;
        *context = MqStates.Next(state, isLess);

        int shift = 16 - Bits.Length((uint)interval);
        interval <<= shift;
        while (shift >= _untilByte)
        {
            shift -= _untilByte;
            code = WriteByte(code << _untilByte);
        }

        code <<= shift;
        _untilByte -= shift;
        _top = code + (uint)interval;
        return (long)(interval - (int)Half) << Scale;
    }

    /// <summary>Writes the highest bits (T.800 figure C.9). After 0xFF, a byte has 7 bits and room for a carry.</summary>
    /// <returns>The code without them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint WriteByte(uint code)
    {
        if (*_last != 0xFF)
        {
            *_last += (byte)(code >> 27);
            code &= 0x7FF_FFFF;
            if (*_last != 0xFF)
            {
                *++_last = (byte)(code >> 19);
                _untilByte = 8;
                return code & 0x7_FFFF;
            }
        }

        *++_last = (byte)(code >> 20);
        _untilByte = 7;
        return code & 0xF_FFFF;
    }
}
