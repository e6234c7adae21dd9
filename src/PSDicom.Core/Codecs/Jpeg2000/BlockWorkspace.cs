using System;
using System.Buffers;
using PSDicom.Codecs.Jpeg2000.HighThroughput;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The working memory of a thread that decodes code-blocks.</summary>
internal sealed class BlockWorkspace : IDisposable
{
    /// <summary>Samples of the largest code-block (T.800 table A.18), and room for surplus samples that are written but not used.</summary>
    private const int MaxSamples = 4096 + 4096;

    /// <summary>State words: the columns and stripes of a code-block of any shape, with a border.</summary>
    private const int MaxFlags = 6 * 1026;

    /// <summary>Bytes after those of a code-block that can be read but are not used.</summary>
    public const int Padding = 2 * ForwardBits.Padding;

    /// <summary>Samples as sign (highest bit) and magnitude in halves: the lowest bit is half of the lowest bit-plane.</summary>
    public uint[] Samples { get; } = ArrayPool<uint>.Shared.Rent(MaxSamples);

    public uint[] Flags { get; } = ArrayPool<uint>.Shared.Rent(MaxFlags);

    /// <summary>The bytes of all codeword segments of a code-block.</summary>
    public byte[] Bytes { get; private set; } = ArrayPool<byte>.Shared.Rent(16_384);

    /// <summary>The bits of a codeword segment without bit stuffing.</summary>
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
