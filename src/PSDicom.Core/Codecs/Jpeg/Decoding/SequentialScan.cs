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
        // Two blocks in turn: the transform loads coefficients in vectors, which would wait until the single ones are stored. So each block is
        // transformed after the next one is decoded.
        short* blocks = stackalloc short[2 * 64], block = blocks;
        new Span<short>(blocks, 2 * 64).Clear();
        DecodedBlock previous = default;
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
                        previous.Write(precision);
                        if (reader.IsExhausted) return mcu;
                        previous = new DecodedBlock(component, block, isFlat, x, y);
                        block = block == blocks ? blocks + 64 : blocks;
                    }
                }
            }

            if (++mcuX < perLine) continue;
            Cancellation.ThrowIfCancellationRequested();
            mcuX = 0;
            mcuY++;
        }

        previous.Write(precision);
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

    /// <summary>A decoded block that is to be transformed; none by default.</summary>
    private readonly struct DecodedBlock(Component component, short* coefficients, bool isFlat, int x, int y)
    {
        private readonly Component? _component = component;
        private readonly short* _coefficients = coefficients;
        private readonly bool _isFlat = isFlat;
        private readonly int _x = x;
        private readonly int _y = y;

        /// <summary>Writes its samples and clears its coefficients.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Write(int precision)
        {
            if (_component is null) return;
            BlockOutput.Write(_component, precision, _coefficients, _isFlat, _x, _y);
            _coefficients[0] = 0;
            if (!_isFlat) new Span<short>(_coefficients, 64).Clear();
        }
    }
}
