using System;
using System.Buffers;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>The working memory of a thread that encodes code-blocks.</summary>
internal sealed class EncodingWorkspace : IDisposable
{
    /// <summary>Samples of the largest code-block (T.800 table A.18), whose last stripe can be incomplete.</summary>
    private const int MaxSamples = 4096 + (3 * 1024);

    /// <summary>State words: the columns and stripes of a code-block of any shape, with a border.</summary>
    private const int MaxFlags = 6 * 1026;

    /// <summary>More bytes than the coding passes of the largest code-block: 30 bit-planes with a sign and contexts that adapt badly.</summary>
    public const int MaxBytes = 8 * 4096;

    /// <summary>Magnitudes: four rows of a column together, by stripe and column. Missing rows are 0.</summary>
    public uint[] Magnitudes { get; } = ArrayPool<uint>.Shared.Rent(MaxSamples);

    public uint[] Flags { get; } = ArrayPool<uint>.Shared.Rent(MaxFlags);

    /// <summary>The bits of four rows in a byte, by stripe and column.</summary>
    public byte[] Nibbles { get; } = ArrayPool<byte>.Shared.Rent(MaxSamples / 4);

    /// <summary>The signs, in the layout of <see cref="Nibbles"/>.</summary>
    public byte[] Signs { get; } = ArrayPool<byte>.Shared.Rent(MaxSamples / 4);

    /// <summary>Bits before bit stuffing.</summary>
    public byte[] Unstuffed { get; } = ArrayPool<byte>.Shared.Rent(MaxBytes);

    /// <summary>Quantized coefficients, in rows of the code-block.</summary>
    public int[] Quantized { get; } = ArrayPool<int>.Shared.Rent(MaxSamples);

    /// <summary>The coding passes of the code-block.</summary>
    public PassList Passes { get; } = new();

    public byte[] Bytes { get; } = ArrayPool<byte>.Shared.Rent(MaxBytes);

    public void Dispose()
    {
        ArrayPool<uint>.Shared.Return(Magnitudes);
        ArrayPool<uint>.Shared.Return(Flags);
        ArrayPool<byte>.Shared.Return(Nibbles);
        ArrayPool<byte>.Shared.Return(Signs);
        ArrayPool<int>.Shared.Return(Quantized);
        ArrayPool<byte>.Shared.Return(Unstuffed);
        ArrayPool<byte>.Shared.Return(Bytes);
    }
}
