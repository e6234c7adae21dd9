using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A scan of the baseline or extended sequential process (T.81 F.2): whole blocks, transformed at once.</summary>
internal sealed unsafe class SequentialScan(JpegFrameHeader frame, JpegScanHeader scan, HuffmanTable[] dcTables, HuffmanTable[] acTables)
    : JpegScanDecoder(frame, scan)
{
    /// <summary>PRED of the DC coefficients (F.1.1.5.1).</summary>
    private readonly int[] _predictions = new int[scan.Components.Length];

    protected override JpegScanDecoder CloneForWorker() => new SequentialScan(Frame, Scan, dcTables, acTables);

    [MethodImpl(Compiled.AtOnce)]
    protected override int DecodeInterval(ref JpegBitReader reader, int first, int count)
    {
        short* block = stackalloc short[64];
        new Span<short>(block, 64).Clear();
        int perLine = McusPerLine, precision = Frame.Precision;
        Component[] components = Scan.Components;
        Array.Clear(_predictions, 0, _predictions.Length);

        int mcuX = first % perLine, mcuY = first / perLine;
        for (int mcu = 0; mcu < count; mcu++)
        {
            for (int i = 0; i < components.Length; i++)
            {
                Component component = components[i];
                int across = Scan.IsInterleaved ? component.Horizontal : 1, down = Scan.IsInterleaved ? component.Vertical : 1;
                for (int v = 0, y = mcuY * down; v < down; v++, y++)
                {
                    for (int h = 0, x = mcuX * across; h < across; h++, x++)
                    {
                        bool isFlat = DecodeBlock(ref reader, ref _predictions[i], dcTables[i], acTables[i], block);
                        if (reader.IsExhausted) return mcu;
                        BlockOutput.Write(component, precision, block, isFlat, x, y);
                        block[0] = 0;
                        if (!isFlat) new Span<short>(block, 64).Clear();
                    }
                }
            }

            if (++mcuX < perLine) continue;
            Cancellation.ThrowIfCancellationRequested();
            mcuX = 0;
            mcuY++;
        }

        return count;
    }

    /// <summary>Decodes a block (F.2.2.1, F.2.2.2). True if it has no AC coefficients.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static bool DecodeBlock(ref JpegBitReader shared, ref int prediction, HuffmanTable dcTable, HuffmanTable acTable, short* block)
    {
        JpegBitReader reader = shared;
        fixed (int* lookup = dcTable.Lookup) prediction += HuffmanTable.TakeDifference(ref reader, lookup, dcTable);
        block[0] = (short)prediction;

        int k = 1;
        fixed (int* lookup = acTable.Lookup)
        fixed (byte* places = TransformOrder.OfZigZag)
        {
            do
            {
                reader.Refill();
                int entry = lookup[reader.Bits >> HuffmanTable.LookupShift];
                if ((entry & HuffmanTable.CodeOnly) == 0)
                {
                    k += (entry >> 8) & 0xFF;
                    reader.Skip(entry & 0x3F);
                    if (k > 63) break;
                    block[places[k++]] = (short)(entry >> 16);
                    continue;
                }

                int symbol = (entry >> 8) & 0xFF, codeLength = entry & 0x3F;
                if (codeLength == 0)
                {
                    symbol = acTable.FindSymbol(reader.Bits, out codeLength);
                    if (symbol < 0)
                    {
                        reader.Fail();
                        break;
                    }
                }

                reader.Skip(codeLength);
                int size = symbol & 15;
                k += symbol >> 4;
                if (size == 0)
                {
                    // A size of 0 is either a run of 16 zeros or the end of the block.
                    if (symbol != 0xF0) break;
                    k++;
                    continue;
                }

                if (k > 63) break;
                block[places[k++]] = (short)HuffmanTable.Extend(reader.Bits, size);
                reader.Skip(size);
            }
            while (k < 64);
        }

        shared = reader;
        return k == 1;
    }
}
