using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>Writes bits, lowest first, before bit stuffing. Hot loops use a copy, which stays in registers.</summary>
/// <param name="next">The memory of the bits.</param>
internal unsafe struct BitAppender(byte* next)
{
    private byte* _next = next;
    private ulong _bits;
    private int _count;

    /// <summary>The position after the whole bytes. Eight more bytes are written to.</summary>
    public readonly byte* Next => _next;

    /// <summary>The number of bits after the whole bytes, at most 7 after <see cref="Put"/>.</summary>
    public readonly int Rest => _count;

    /// <summary>Adds bits.</summary>
    /// <param name="value">The bits; all higher bits are 0.</param>
    /// <param name="count">The number of bits, at most 56.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ulong value, int count)
    {
        _bits |= value << _count;
        _count += count;
        *(ulong*)_next = _bits;
        _next += _count >> 3;
        _bits >>= _count & 56;
        _count &= 7;
    }
}
