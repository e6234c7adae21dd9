using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>Encodes the HT cleanup pass (T.814 7.3): all samples down to the lowest bit-plane, in quads of 2 x 2.</summary>
internal static unsafe class CleanupEncoder
{
    /// <summary>The quads of a row of the widest code-block, 1024 samples.</summary>
    private const int MaxQuads = 512;

    /// <summary>Encodes a code-block.</summary>
    /// <param name="coefficients">Its first coefficient.</param>
    /// <param name="stride">The distance of rows in coefficients.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="unstuffed">Working memory for the bits of magnitudes.</param>
    /// <param name="bytes">The memory of the segment.</param>
    /// <param name="end">The end of the memory, where codes are made.</param>
    /// <returns>The number of bytes; 0 if all samples are 0.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int Encode(int* coefficients, int stride, int width, int height, byte* unstuffed, byte* bytes, byte* end)
    {
        const int Row = MaxQuads + 2;
        const int MaxCodes = 4096;
        int count = (width + 1) >> 1;
        uint* odds = stackalloc uint[4 * MaxQuads], values = stackalloc uint[4 * MaxQuads], lower = stackalloc uint[(2 * Row) + 2];
        byte* rhos = stackalloc byte[2 * (Row + 2)], runBytes = stackalloc byte[MaxCodes], codeBits = stackalloc byte[MaxCodes];
        new Span<uint>(lower, (2 * Row) + 2).Clear();
        new Span<byte>(rhos, 2 * (Row + 2)).Clear();
        byte* above = rhos + 1, current = above + Row + 2;
        var codes = new QuadRowEncoder(new BitAppender(unstuffed), new BitAppender(codeBits), new RunEncoder(runBytes));
        // The length is written over the first 12 bits of the codes, all ones; the first byte among them is not stuffed.
        codes.Codes.Put(0xF, 4);
        uint all = 0;
        for (int y = 0; y < height; y += 2, coefficients += 2L * stride)
        {
            QuadSamples.Load(coefficients, y + 1 < height ? coefficients + stride : null, width, odds, values);
            all |= codes.Encode(odds, values, count, y == 0, lower + 1, above, current);
            byte* next = above;
            above = current;
            current = next;
        }

        return all == 0 ? 0 : Join(ref codes, unstuffed, codeBits, runBytes, bytes, end);
    }

    /// <summary>Joins magnitudes, run-length codes and variable-length codes (T.814 7.1.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int Join(ref QuadRowEncoder codes, byte* unstuffed, byte* codeBits, byte* runBytes, byte* bytes, byte* end)
    {
        byte* suffix = BitStuffing.Forward(unstuffed, (8 * (codes.Magnitudes.Next - unstuffed)) + codes.Magnitudes.Rest, bytes);
        codes.Runs.Finish();
        int runs = (int)(codes.Runs.Next - runBytes);
        new ReadOnlySpan<byte>(runBytes, runs).CopyTo(new Span<byte>(suffix, runs));

        byte* last = end - 1;
        *last = 0xFF;
        byte* words = BitStuffing.Backward(codeBits, (int)(8 * (codes.Codes.Next - codeBits)) + codes.Codes.Rest, last, out uint pending, out uint pendingMask);
        uint runMask = codes.Runs.PendingMask, run = codes.Runs.Pending, both = run | pending;
        if ((runMask | pendingMask) != 0)
        {
            // One byte can have both ends, if their bits do not contradict each other.
            bool isShared = (((both ^ run) & runMask) | ((both ^ pending) & pendingMask)) == 0 && both != 0xFF && words < last;
            suffix[runs++] = (byte)(isShared ? both : run);
            if (!isShared) *--words = (byte)pending;
        }

        int length = runs + (int)(end - words);
        *last = (byte)(length >> 4);
        last[-1] = (byte)((last[-1] & 0xF0) | (length & 0xF));
        new ReadOnlySpan<byte>(words, (int)(end - words)).CopyTo(new Span<byte>(suffix + runs, (int)(end - words)));
        return (int)(suffix - bytes) + length;
    }
}
