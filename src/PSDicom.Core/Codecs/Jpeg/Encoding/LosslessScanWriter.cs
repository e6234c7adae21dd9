using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Counts and writes the differences of a frame in one scan (T.81 H.1).</summary>
internal sealed unsafe class LosslessScanWriter : IDisposable
{
    /// <summary>Differences that are written before the room for more is checked.</summary>
    private const int Part = 1024;

    /// <summary>The bytes of a part: two differences take at most 54 bits.</summary>
    private const int MaxBytesOfPart = (Part * 27 / 8) + (2 * sizeof(ulong));

    /// <summary>Counters, as equal categories would wait for the previous update of one.</summary>
    private const int Counters = 4;

    private readonly FrameFormat _format;
    private readonly FrameSamples _samples;
    private readonly CancellationToken _cancellation;
    private readonly int _step;
    private readonly int _length;
    private readonly PinnedBuffer _memory;
    private readonly ushort* _differences;
    private ushort* _line;
    private ushort* _above;

    /// <param name="format">The format of the frame.</param>
    /// <param name="samples">Its samples.</param>
    /// <param name="cancellation">Cancels the work; checked at each line.</param>
    public LosslessScanWriter(FrameFormat format, FrameSamples samples, CancellationToken cancellation)
    {
        _format = format;
        _samples = samples;
        _cancellation = cancellation;
        _step = format.Shape.SamplesPerPixel;
        _length = format.Shape.Columns * _step;
        _memory = new PinnedBuffer(3L * _length * sizeof(ushort));
        _differences = (ushort*)_memory.Pointer;
        _line = _differences + _length;
        _above = _line + _length;
    }

    /// <summary>Counts the differences of each category.</summary>
    /// <param name="selection">The predictor.</param>
    /// <param name="lineStep">1 for all lines, or the distance of those that are counted.</param>
    public long[] Count(int selection, int lineStep)
    {
        var counts = new long[DifferenceCodes.Count];
        int* counters = stackalloc int[Counters * DifferenceCodes.Count];
        for (int line = 0; line < _format.Shape.Rows; line += lineStep)
        {
            Prepare(line, selection, isAboveRead: lineStep == 1);
            new Span<int>(counters, Counters * DifferenceCodes.Count).Clear();
            CountLine(counters);
            for (int i = 0; i < Counters * DifferenceCodes.Count; i++) counts[i % DifferenceCodes.Count] += counters[i];
        }

        return counts;
    }

    /// <summary>Writes the scan.</summary>
    /// <param name="selection">The predictor.</param>
    /// <param name="table">The codes of all categories that occur.</param>
    /// <param name="output">Receives the bits.</param>
    public void Write(int selection, HuffmanSpecification table, EntropyCodedOutput output)
    {
        JpegBitWriter writer = output.Start();
        fixed (ulong* codes = DifferenceCodes.Make(table))
        {
            for (int line = 0; line < _format.Shape.Rows; line++)
            {
                Prepare(line, selection, isAboveRead: true);
                for (int done = 0; done < _length; done += Part)
                {
                    output.Reserve(ref writer, MaxBytesOfPart);
                    WritePart(ref writer, _differences + done, Math.Min(Part, _length - done), codes);
                }
            }
        }

        output.Complete(writer);
    }

    public void Dispose() => _memory.Dispose();

    [MethodImpl(Compiled.AtOnce)]
    private static void WritePart(ref JpegBitWriter shared, ushort* differences, int count, ulong* codes)
    {
        JpegBitWriter writer = shared;
        int i = 0;
        for (; i < count - 1; i += 2)
        {
            Add(ref writer, (short)differences[i], codes);
            Add(ref writer, (short)differences[i + 1], codes);
            writer.Flush();
        }

        if (i < count)
        {
            Add(ref writer, (short)differences[i], codes);
            writer.Flush();
        }

        shared = writer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref JpegBitWriter writer, int difference, ulong* codes)
    {
        int sign = difference >> 31;
        ulong entry = codes[Bits.Length((uint)((difference ^ sign) - sign))];
        // A negative difference has the bits of the difference less one.
        uint additional = (uint)(difference + sign) & ((uint)entry >> DifferenceCodes.MaskShift);
        writer.Add((uint)(entry >> DifferenceCodes.CodeShift) | additional, (ushort)entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CategoryOf(int difference)
    {
        int sign = difference >> 31;
        return Bits.Length((uint)((difference ^ sign) - sign));
    }

    /// <summary>Reads a line, and the one above unless it is the line that was read before, and computes the differences.</summary>
    private void Prepare(int line, int selection, bool isAboveRead)
    {
        _cancellation.ThrowIfCancellationRequested();
        ushort* before = _line;
        _line = _above;
        _above = before;
        if (line > 0 && !isAboveRead) _samples.Read(line - 1, _above);
        _samples.Read(line, _line);
        if (line == 0) Differences.OfFirstLine(1 << (PrecisionOf(_format) - 1), _line, _step, _differences, _length);
        else Differences.OfLine(selection, _line, _above, _step, _differences, _length);
    }

    /// <summary>P: lossless JPEG has at least two bits (T.81 table B.2).</summary>
    public static int PrecisionOf(FrameFormat format) => Math.Max(2, format.BitsStored);

    [MethodImpl(Compiled.AtOnce)]
    private void CountLine(int* counters)
    {
        int* second = counters + DifferenceCodes.Count, third = second + DifferenceCodes.Count, fourth = third + DifferenceCodes.Count;
        short* differences = (short*)_differences;
        int length = _length, i = 0;
        for (; i <= length - Counters; i += Counters)
        {
            counters[CategoryOf(differences[i])]++;
            second[CategoryOf(differences[i + 1])]++;
            third[CategoryOf(differences[i + 2])]++;
            fourth[CategoryOf(differences[i + 3])]++;
        }

        for (; i < length; i++) counters[CategoryOf(differences[i])]++;
    }
}
