using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The bits of magnitudes and signs, without stuffing, lowest first. Ones follow the end.</summary>
internal unsafe struct MagnitudeBits(byte* bits, int count)
{
    private int _position;

    /// <summary>The position of the next bits. It is limited to the end, as the readable bytes after it are.</summary>
    public int Position
    {
        readonly get => _position;
        set => _position = value < count ? value : count;
    }

    /// <summary>The byte of a bit, and the following bytes.</summary>
    public readonly byte* At(int position) => bits + (position >> 3);

    /// <summary>Reads at most 30 bits.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public uint Take(ref int position, int size)
    {
        uint value = (uint)(*(ulong*)At(position) >> (position & 7)) & ((1u << size) - 1);
        position += size;
        return value;
    }
}
