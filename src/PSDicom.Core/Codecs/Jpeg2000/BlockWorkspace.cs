using System;
using System.Buffers;
using PSDicom.Codecs.Jpeg2000.HighThroughput;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Memory to decode one code-block after another in.</summary>
internal sealed class BlockWorkspace : IDisposable
{
    /// <summary>Samples of the largest code-block (T.800 table A.18), and a few beyond that are written but not used.</summary>
    private const int MaxSamples = 4096 + 4096;

    /// <summary>Words of state: columns and stripes of a code-block with a border around, whatever its proportions.</summary>
    private const int MaxFlags = 6 * 1026;

    /// <summary>What lies beyond the bytes of a code-block and may be read but not used.</summary>
    public const int Padding = 2 * ForwardBits.Padding;

    /// <summary>Samples as sign (highest bit) and magnitude in halves: the lowest bit is one half of the lowest bit-plane.</summary>
    public uint[] Samples { get; } = ArrayPool<uint>.Shared.Rent(MaxSamples);

    public uint[] Flags { get; } = ArrayPool<uint>.Shared.Rent(MaxFlags);

    /// <summary>The bytes of all codeword segments of a code-block.</summary>
    public byte[] Bytes { get; private set; } = ArrayPool<byte>.Shared.Rent(16_384);

    /// <summary>Bits of a codeword segment after bit-stuffing is undone.</summary>
    public byte[] Unstuffed { get; private set; } = ArrayPool<byte>.Shared.Rent(16_384);

    public void EnsureBytes(int count)
    {
        Bytes = Ensure(Bytes, count);
        Unstuffed = Ensure(Unstuffed, count);
    }

    public void Dispose()
    {
        ArrayPool<uint>.Shared.Return(Samples);
        ArrayPool<uint>.Shared.Return(Flags);
        ArrayPool<byte>.Shared.Return(Bytes);
        ArrayPool<byte>.Shared.Return(Unstuffed);
    }

    private static byte[] Ensure(byte[] bytes, int count)
    {
        if (bytes.Length >= count) return bytes;
        ArrayPool<byte>.Shared.Return(bytes);
        return ArrayPool<byte>.Shared.Rent(count);
    }
}
