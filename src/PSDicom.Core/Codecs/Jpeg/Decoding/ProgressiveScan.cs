using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A scan of the progressive process (T.81 G): a band of coefficients of each block, or one more bit of them.</summary>
internal sealed unsafe class ProgressiveScan(JpegFrameHeader frame, JpegScanHeader scan, HuffmanTable?[] tables)
    : JpegScanDecoder(frame, scan)
{
    private readonly int _low = scan.ApproximationLow;

    /// <summary>PRED of the DC coefficients (F.1.1.5.1).</summary>
    private readonly int[] _predictions = new int[scan.Components.Length];

    private int _endOfBlockRun;

    protected override JpegScanDecoder CloneForWorker() => new ProgressiveScan(Frame, Scan, tables);

    [MethodImpl(Compiled.AtOnce)]
    protected override int DecodeInterval(ref JpegBitReader reader, int first, int count)
    {
        int perLine = McusPerLine;
        _endOfBlockRun = 0;
        Array.Clear(_predictions, 0, _predictions.Length);

        int mcuX = first % perLine, mcuY = first / perLine;
        for (int mcu = 0; mcu < count; mcu++)
        {
            if (_endOfBlockRun > 0)
            {
                int skipped = SkipRun(mcuX, mcuY, Math.Min(perLine - mcuX, count - mcu));
                mcu += skipped;
                mcuX += skipped;
                if (mcuX == perLine)
                {
                    Cancellation.ThrowIfCancellationRequested();
                    mcuX = 0;
                    mcuY++;
                }

                if (mcu == count) break;
            }

            for (int i = 0; i < Scan.Components.Length; i++)
            {
                Component component = Scan.Components[i];
                CoefficientBlocks blocks = component.Coefficients!;
                int across = Scan.IsInterleaved ? component.Horizontal : 1, down = Scan.IsInterleaved ? component.Vertical : 1;
                for (int v = 0, y = mcuY * down; v < down; v++, y++)
                {
                    short* block = blocks.Block(mcuX * across, y);
                    ulong* nonZero = blocks.NonZero(mcuX * across, y);
                    for (int h = 0; h < across; h++, block += 64, nonZero++)
                    {
                        DecodeBlock(ref reader, ref _predictions[i], tables[i]!, block, nonZero);
                        if (reader.IsExhausted) return mcu;
                    }

                    blocks.Reach(y + 1);
                }
            }

            if (++mcuX < perLine) continue;
            Cancellation.ThrowIfCancellationRequested();
            mcuX = 0;
            mcuY++;
        }

        return count;
    }

    /// <summary>Skips the blocks of an end-of-band run in constant time: three bytes can end 32767 blocks.</summary>
    /// <param name="x">The first block.</param>
    /// <param name="y">Its line.</param>
    /// <param name="most">The number of blocks left in the line.</param>
    /// <returns>The number of skipped blocks.</returns>
    [MethodImpl(Compiled.AtOnce)]
    private int SkipRun(int x, int y, int most)
    {
        CoefficientBlocks blocks = Scan.Components[0].Coefficients!;
        int passed = Math.Min(_endOfBlockRun, most);
        if (Scan.ApproximationHigh != 0)
        {
            // A block with coefficients in the band has a correction bit for each.
            ulong band = (ulong.MaxValue << Scan.SpectralStart) & (ulong.MaxValue >> (63 - Scan.SpectralEnd));
            ulong* nonZero = blocks.NonZero(x, y);
            int first = 0;
            while (first < passed && (nonZero[first] & band) == 0) first++;
            passed = first;
        }

        _endOfBlockRun -= passed;
        if (passed > 0) blocks.Reach(y + 1);
        return passed;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void DecodeBlock(ref JpegBitReader reader, ref int prediction, HuffmanTable table, short* block, ulong* nonZero)
    {
        bool isFirst = Scan.ApproximationHigh == 0;
        if (Scan.SpectralStart > 0)
        {
            if (isFirst) DecodeAcFirst(ref reader, table, block, nonZero);
            else RefineAc(ref reader, table, block, nonZero);
            return;
        }

        if (!isFirst)
        {
            reader.Refill();
            if (reader.Take(1) != 0) block[0] |= (short)(1 << _low);
            return;
        }

        fixed (int* lookup = table.Lookup) prediction += HuffmanTable.TakeDifference(ref reader, lookup, table);
        block[0] = (short)(prediction << _low);
    }

    /// <summary>Decodes the first scan of a band of AC coefficients (G.1.2.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void DecodeAcFirst(ref JpegBitReader shared, HuffmanTable table, short* block, ulong* nonZero)
    {
        if (_endOfBlockRun > 0)
        {
            _endOfBlockRun--;
            return;
        }

        JpegBitReader reader = shared;
        int k = Scan.SpectralStart, last = Scan.SpectralEnd;
        ulong found = 0;
        fixed (int* lookup = table.Lookup)
        fixed (byte* places = TransformOrder.OfZigZag)
        {
            while (k <= last)
            {
                reader.Refill();
                int entry = lookup[reader.Bits >> HuffmanTable.LookupShift];
                if ((entry & HuffmanTable.CodeOnly) == 0)
                {
                    k += (entry >> 8) & 0xFF;
                    reader.Skip(entry & 0x3F);
                    if (k > last) break;
                    found |= 1UL << k;
                    block[places[k++]] = (short)((entry >> 16) << _low);
                    continue;
                }

                int symbol = (entry >> 8) & 0xFF, length = entry & 0x3F;
                if (length == 0) symbol = table.FindSymbol(reader.Bits, out length);
                if (symbol < 0)
                {
                    reader.Fail();
                    break;
                }

                reader.Skip(length);
                int size = symbol & 15, run = symbol >> 4;
                if (size == 0 && run < 15)
                {
                    _endOfBlockRun = TakeRun(ref reader, run) - 1;
                    break;
                }

                k += run;
                if (size != 0)
                {
                    if (k > last) break;
                    found |= 1UL << k;
                    block[places[k]] = (short)(HuffmanTable.Extend(reader.Bits, size) << _low);
                    reader.Skip(size);
                }

                k++;
            }
        }

        *nonZero |= found;
        shared = reader;
    }

    /// <summary>Decodes a refinement scan of a band of AC coefficients (G.1.2.3).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void RefineAc(ref JpegBitReader shared, HuffmanTable table, short* block, ulong* nonZero)
    {
        JpegBitReader reader = shared;
        int k = Scan.SpectralStart, last = Scan.SpectralEnd;
        short bit = (short)(1 << _low);
        // The coefficients of the band that are still to be refined.
        ulong ahead = *nonZero & (ulong.MaxValue << k) & (ulong.MaxValue >> (63 - last));
        fixed (int* codes = table.CodeLookup)
        fixed (byte* places = TransformOrder.OfZigZag)
        {
            while (_endOfBlockRun == 0 && k <= last)
            {
                reader.Refill();
                int entry = codes[reader.Bits >> HuffmanTable.LookupShift];
                int symbol = entry >> 8, length = entry & 0xFF;
                if (length == 0) symbol = table.FindSymbol(reader.Bits, out length);
                if (symbol < 0)
                {
                    reader.Fail();
                    break;
                }

                reader.Skip(length);
                int run = symbol >> 4;
                short value = 0;
                if ((symbol & 15) != 0)
                {
                    // A new coefficient can have one bit only.
                    value = reader.Take(1) != 0 ? bit : (short)-bit;
                }
                else if (run < 15)
                {
                    _endOfBlockRun = TakeRun(ref reader, run);
                    break;
                }

                // Skips the run of zeros, and refines nonzero coefficients on the way.
                k += run;
                for (; ahead != 0 && Bits.TrailingZeros(ahead) <= k; ahead &= ahead - 1, k++)
                    Refine(ref reader, block + places[Bits.TrailingZeros(ahead)], bit);

                if (value != 0 && k <= last)
                {
                    block[places[k]] = value;
                    *nonZero |= 1UL << k;
                }

                k++;
            }

            if (_endOfBlockRun > 0)
            {
                for (; ahead != 0; ahead &= ahead - 1) Refine(ref reader, block + places[Bits.TrailingZeros(ahead)], bit);
                _endOfBlockRun--;
            }
        }

        shared = reader;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Refine(ref JpegBitReader reader, short* coefficient, short bit)
    {
        reader.Refill();
        if (reader.Take(1) == 0 || (*coefficient & bit) != 0) return;
        *coefficient += *coefficient > 0 ? bit : (short)-bit;
    }

    /// <summary>Reads the number of ended blocks: 2 to the power of the run, plus as many additional bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeRun(ref JpegBitReader reader, int run)
    {
        if (run == 0) return 1;
        return (1 << run) + reader.Take(run);
    }
}
