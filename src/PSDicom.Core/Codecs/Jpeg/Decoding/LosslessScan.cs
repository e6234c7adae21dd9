using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>A scan of the lossless process (T.81 H): differences of a line of MCUs, then samples.</summary>
internal sealed unsafe class LosslessScan : JpegScanDecoder
{
    private const int MaxComponents = 4;
    private readonly HuffmanTable[] _tables;
    private readonly LosslessLines[] _lines;
    private readonly Unit[] _units;

    public LosslessScan(JpegFrameHeader frame, JpegScanHeader scan, HuffmanTable[] tables)
        : base(frame, scan)
    {
        _tables = tables;
        _lines = new LosslessLines[scan.Components.Length];
        List<Unit> units = [];
        for (int i = 0; i < _lines.Length; i++)
        {
            Component component = scan.Components[i];
            int across = scan.IsInterleaved ? component.Horizontal : 1, down = scan.IsInterleaved ? component.Vertical : 1;
            _lines[i] = new LosslessLines(component, across, down, McusPerLine);
            for (int unit = 0; unit < across * down; unit++) units.Add(new Unit(i, unit / across, unit % across, across, tables[i]));
        }

        _units = [.. units];
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (LosslessLines? lines in _lines) lines?.Dispose();
    }

    protected override JpegScanDecoder CloneForWorker() => new LosslessScan(Frame, Scan, _tables);

    protected override int DecodeInterval(ref JpegBitReader reader, int first, int count)
    {
        // Intervals are whole lines of MCUs (H.1.1), as JpegScanDecoder has checked.
        int perLine = McusPerLine;
        int half = 1 << (Frame.Precision - Scan.ApproximationLow - 1);
        for (int mcu = 0; mcu < count; mcu += perLine)
        {
            Cancellation.ThrowIfCancellationRequested();
            int read = _lines.Length == 1 ? ReadLine(ref reader, perLine) : ReadInterleavedLine(ref reader, perLine);
            foreach (LosslessLines lines in _lines)
                lines.Reconstruct((first + mcu) / perLine, read, mcu == 0, half, Scan.SpectralStart, Scan.ApproximationLow);
            if (read < perLine) return mcu + read;
        }

        return count;
    }

    [MethodImpl(Compiled.AtOnce)]
    private int ReadLine(ref JpegBitReader shared, int count)
    {
        JpegBitReader reader = shared;
        HuffmanTable table = _tables[0];
        ushort* differences = _lines[0].Differences(0);
        int read = 0;
        fixed (int* lookup = table.Lookup)
        {
            for (; read + 1 < count; read += 2)
            {
                differences[read] = (ushort)HuffmanTable.TakeDifference(ref reader, lookup, table);
                differences[read + 1] = (ushort)HuffmanTable.TakeNextDifference(ref reader, lookup, table);
                if (reader.IsExhausted) break;
            }

            for (; read < count; read++)
            {
                differences[read] = (ushort)HuffmanTable.TakeDifference(ref reader, lookup, table);
                if (reader.IsExhausted) break;
            }
        }

        shared = reader;
        return read;
    }

    [MethodImpl(Compiled.AtOnce)]
    private int ReadInterleavedLine(ref JpegBitReader shared, int count)
    {
        JpegBitReader reader = shared;
        Unit[] units = _units;
        int components = _lines.Length, unitCount = units.Length, read = 0;
        fixed (int* lookup0 = _tables[0].Lookup)
        fixed (int* lookup1 = _tables[1].Lookup)
        fixed (int* lookup2 = _tables[Math.Min(2, components - 1)].Lookup)
        fixed (int* lookup3 = _tables[components - 1].Lookup)
        {
            int** lookups = stackalloc int*[MaxComponents] { lookup0, lookup1, lookup2, lookup3 };
            // The loop state of each sample of an MCU, in stream order.
            int** unitLookups = stackalloc int*[unitCount];
            ushort** targets = stackalloc ushort*[unitCount];
            for (int i = 0; i < unitCount; i++)
            {
                unitLookups[i] = lookups[units[i].Component];
                targets[i] = _lines[units[i].Component].Differences(units[i].Line) + units[i].Column;
            }

            for (; read < count; read++)
            {
                for (int i = 0; i < unitCount; i++)
                {
                    ushort* target = targets[i];
                    *target = (ushort)HuffmanTable.TakeDifference(ref reader, unitLookups[i], units[i].Table);
                    targets[i] = target + units[i].Step;
                }

                if (reader.IsExhausted) break;
            }
        }

        shared = reader;
        return read;
    }

    /// <summary>One sample of each MCU.</summary>
    private readonly struct Unit(int component, int line, int column, int step, HuffmanTable table)
    {
        public int Component { get; } = component;

        public int Line { get; } = line;

        public int Column { get; } = column;

        /// <summary>The distance from MCU to MCU.</summary>
        public int Step { get; } = step;

        public HuffmanTable Table { get; } = table;
    }
}
