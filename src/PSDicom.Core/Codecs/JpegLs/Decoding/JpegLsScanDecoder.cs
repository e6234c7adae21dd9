using System;
using System.Buffers;
using System.Threading;
using DecodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Decoding.JpegLsBitReader>;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>Decodes the restart intervals of a scan, and the lines of its components in each (ITU-T T.87 annexes A and D).</summary>
internal sealed unsafe class JpegLsScanDecoder
{
    private readonly JpegLsFrameHeader _header;
    private readonly JpegLsScanHeader _scan;
    private readonly JpegLsCodingParameters _parameters;
    private readonly LineOutput _writer;
    private readonly int _stride;
    private readonly int _lines;

    /// <summary>The length of two lines of each component: the previous and the current one.</summary>
    private readonly int _linesLength;
    private readonly int[] _runIndexes;
    private readonly bool[] _isSwapped;

    /// <summary>Prepares a scan.</summary>
    /// <param name="header">The frame header.</param>
    /// <param name="scan">The scan header.</param>
    /// <param name="parameters">The coding parameters.</param>
    /// <param name="writer">Receives the lines.</param>
    /// <param name="rows">Rows of the frame.</param>
    public JpegLsScanDecoder(JpegLsFrameHeader header, JpegLsScanHeader scan, JpegLsCodingParameters parameters, LineOutput writer, int rows)
    {
        _header = header;
        _scan = scan;
        _parameters = parameters;
        _writer = writer;
        _stride = header.Columns + 2;
        _linesLength = 2 * scan.Components.Length * _stride;
        // A line of the scan is a line of its component, or as many lines of each component as its vertical sampling factor.
        int vertical = scan.Interleave == InterleaveMode.Line ? 1 : header.Components[scan.Components[0].Index].Vertical;
        _lines = (int)((((long)rows * vertical) + header.MaxVertical - 1) / header.MaxVertical);
        _runIndexes = new int[scan.Components.Length];
        _isSwapped = new bool[scan.Components.Length];
    }

    /// <summary>Cancels the work; checked at each line.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Decodes the scan.</summary>
    /// <param name="frame">The compressed frame, pinned.</param>
    /// <param name="length">Its length.</param>
    /// <param name="start">The scan's first byte.</param>
    public ScanResult Decode(byte* frame, int length, int start)
    {
        int tableLength = GradientQuantizer.TableLength(_parameters);
        sbyte[] table = ArrayPool<sbyte>.Shared.Rent(tableLength);
        ushort[] lines = ArrayPool<ushort>.Shared.Rent(_linesLength + _stride);
        GradientQuantizer.Fill(table.AsSpan(0, tableLength), _parameters);
        RegularContext* contexts = stackalloc RegularContext[RegularContext.Total];
        ScanResult result;
        fixed (sbyte* regions = table)
        fixed (ushort* buffer = lines)
        {
            var state = new DecodingState(_parameters, contexts, regions + _parameters.MaxValue);
            result = _parameters.IsLosslessOfWholeBits
                ? DecodeIntervals<LosslessReconstruction>(&state, buffer, frame, length, start)
                : DecodeIntervals<NearReconstruction>(&state, buffer, frame, length, start);
        }

        ArrayPool<ushort>.Shared.Return(lines);
        ArrayPool<sbyte>.Shared.Return(table);
        return result;
    }

    private ScanResult DecodeIntervals<T>(DecodingState* state, ushort* buffer, byte* frame, int length, int start)
        where T : struct, IReconstruction
    {
        int interval = _header.RestartInterval > 0 ? _header.RestartInterval : _lines;
        int decoded = 0;
        int restarts = 0;
        int end = start;
        for (long first = 0; first < _lines; first += interval)
        {
            end = JpegLsEntropyCodedSegment.FindEnd(frame, length, start);
            int last = (int)Math.Min(first + interval, _lines);
            state->Begin(new JpegLsBitReader(frame + start, frame + end));
            new Span<ushort>(buffer, _linesLength).Clear();
            Array.Clear(_runIndexes, 0, _runIndexes.Length);
            for (int line = (int)first; line < last && DecodeLine<T>(state, buffer, line); line++)
            {
                Cancellation.ThrowIfCancellationRequested();
                decoded++;
            }

            if (last == _lines) break;
            if (!JpegLsEntropyCodedSegment.TryReadRestart(frame, length, end, out int number, out start)) break;
            // A number ahead means lost intervals; a number behind is a wrong number.
            int ahead = (number - restarts) & 7;
            if (ahead < 4) first += (long)ahead * interval;
            restarts = number + 1;
        }

        return new ScanResult(end, decoded, _lines - decoded, state->Bits.HasUnusedBytes);
    }

    private bool DecodeLine<T>(DecodingState* state, ushort* buffer, int line)
        where T : struct, IReconstruction =>
        _scan.Interleave switch
        {
            InterleaveMode.Line => DecodeLineOfEach<T>(state, buffer, line),
            InterleaveMode.Sample => DecodeLineOfPixels<T>(state, buffer, line),
            _ => DecodeLineOfSamples<T>(state, buffer, 0, line),
        };

    private bool DecodeLineOfEach<T>(DecodingState* state, ushort* buffer, int line)
        where T : struct, IReconstruction
    {
        for (int i = 0; i < _scan.Components.Length; i++)
        {
            int vertical = _header.Components[_scan.Components[i].Index].Vertical;
            for (int v = 0; v < vertical; v++)
            {
                if (!DecodeLineOfSamples<T>(state, buffer, i, (line * vertical) + v)) return false;
            }
        }

        return true;
    }

    private bool DecodeLineOfSamples<T>(DecodingState* state, ushort* buffer, int index, int line)
        where T : struct, IReconstruction
    {
        ScanComponent component = _scan.Components[index];
        int horizontal = _header.Components[component.Index].Horizontal;
        int width = (int)((((long)_header.Columns * horizontal) + _header.MaxHorizontal - 1) / _header.MaxHorizontal);
        ushort* even = buffer + (2 * index * _stride);
        ushort* previous = _isSwapped[index] ? even + _stride : even;
        ushort* current = _isSwapped[index] ? even : even + _stride;
        _isSwapped[index] = !_isSwapped[index];
        state->RunIndex = _runIndexes[index];
        int count = LineDecoder.DecodeSamples<T>(state, previous, current, width);
        _runIndexes[index] = state->RunIndex;
        _writer.Write(component, line, current + 1, count, buffer + _linesLength);
        return count == width;
    }

    private bool DecodeLineOfPixels<T>(DecodingState* state, ushort* buffer, int line)
        where T : struct, IReconstruction
    {
        int components = _scan.Components.Length;
        ushort* odd = buffer + (components * _stride);
        ushort* previous = _isSwapped[0] ? odd : buffer;
        ushort* current = _isSwapped[0] ? buffer : odd;
        _isSwapped[0] = !_isSwapped[0];
        state->RunIndex = _runIndexes[0];
        int count = LineDecoder.DecodePixels<T>(state, previous, current, _stride, components, _header.Columns);
        _runIndexes[0] = state->RunIndex;
        for (int i = 0; i < components; i++) _writer.Write(_scan.Components[i], line, current + (i * _stride) + 1, count, buffer + _linesLength);
        return count == _header.Columns;
    }
}
