using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>Reads bits without stuffing, lowest first. Zeros follow the end.</summary>
internal unsafe struct BitWindow(byte* next, byte* end)
{
    private byte* _next = next;
    private int _count;

    /// <summary>The next bits, at least 56 after <see cref="Fill"/>.</summary>
    public ulong Bits { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill()
    {
        // Bits above the count already are those of the byte at _next: reading them again changes nothing.
        Bits |= *(ulong*)(_next < end ? _next : end) << _count;
        _next += (63 - _count) >> 3;
        _count |= 56;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Peek(int count) => (uint)Bits & ((1u << count) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int count)
    {
        Bits >>= count;
        _count -= count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Read(int count)
    {
        uint value = Peek(count);
        Skip(count);
        return value;
    }
}
