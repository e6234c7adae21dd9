using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The bits of magnitudes and signs, without stuffing, lowest first; ones beyond their end.</summary>
internal unsafe struct MagnitudeBits(byte* bits, int count)
{
    private int _position;

    /// <summary>Where the next bits are. No quad begins beyond the end: what may be read there is not endless.</summary>
    public int Position
    {
        readonly get => _position;
        set => _position = value < count ? value : count;
    }

    /// <summary>The byte that a bit is in, and what follows it.</summary>
    public readonly byte* At(int position) => bits + (position >> 3);

    /// <summary>Takes some bits, 30 at most.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public uint Take(ref int position, int size)
    {
        uint value = (uint)(*(ulong*)At(position) >> (position & 7)) & ((1u << size) - 1);
        position += size;
        return value;
    }
}
