using System;
using System.Linq;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Packets;

/// <summary>Writes the packet of a precinct (T.800 B.9 and B.10), whose code-blocks are in one layer.</summary>
internal static class PrecinctWriter
{
    /// <summary>The state of the code for lengths at first (T.800 B.10.7.1).</summary>
    private const int FirstLengthBits = 3;

    /// <summary>Writes a packet.</summary>
    /// <param name="target">The codestream.</param>
    /// <param name="bands">The code-blocks of the precinct by sub-band.</param>
    /// <param name="encoded">Finds what a code-block was encoded to.</param>
    public static void Write(CodestreamWriter target, PrecinctBand[] bands, Func<CodeBlock, EncodedBlock> encoded)
    {
        EncodedBlock[][] blocks = [.. bands.Select(band => band.Blocks.Select(encoded).ToArray())];
        var bits = new HeaderBits(target);
        bool isEmpty = Array.TrueForAll(blocks, band => Array.TrueForAll(band, block => block.Passes == 0));
        bits.Write(isEmpty ? 0 : 1);
        for (int i = 0; i < bands.Length && !isEmpty; i++)
        {
            if (blocks[i].Length > 0) WriteHeader(bits, bands[i], blocks[i]);
        }

        bits.Finish();
        foreach (EncodedBlock[] band in blocks)
        {
            foreach (EncodedBlock block in band) target.Write(block.Bytes.AsSpan(0, block.Length));
        }
    }

    private static void WriteHeader(HeaderBits bits, PrecinctBand band, EncodedBlock[] blocks)
    {
        int across = Array.FindLastIndex(band.Blocks, block => block.Y == band.Blocks[0].Y) + 1;
        var inclusion = new TagTreeWriter(Array.ConvertAll(blocks, block => block.Passes > 0 ? 0 : 1), across);
        var zeroPlanes = new TagTreeWriter(Array.ConvertAll(blocks, block => band.Band.Planes - block.Planes), across);
        for (int i = 0; i < blocks.Length; i++)
        {
            inclusion.Write(bits, i, 1);
            if (blocks[i].Passes == 0) continue;
            zeroPlanes.Write(bits, i, band.Band.Planes - blocks[i].Planes + 1);
            WritePasses(bits, blocks[i].Passes);
            WriteLength(bits, blocks[i]);
        }
    }

    /// <summary>Writes the number of coding passes (T.800 table B.4).</summary>
    private static void WritePasses(HeaderBits bits, int passes)
    {
        if (passes < 3) bits.Write(passes == 1 ? 0 : 2, passes);
        else if (passes < 6) bits.Write(0xC | (passes - 3), 4);
        else if (passes < 37) bits.Write(0x1E0 | (passes - 6), 9);
        else bits.Write(0xFF80 | (passes - 37), 16);
    }

    private static void WriteLength(HeaderBits bits, EncodedBlock block)
    {
        int more = Tiling.FloorLog2(block.Passes), lengthBits = FirstLengthBits;
        for (; block.Length >= 1L << (lengthBits + more); lengthBits++) bits.Write(1);
        bits.Write(0);
        bits.Write(block.Length, lengthBits + more);
    }
}
