using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Threading;
using EncodingState = PSDicom.Codecs.JpegLs.CodingState<PSDicom.Codecs.JpegLs.Encoding.JpegLsBitWriter>;

namespace PSDicom.Codecs.JpegLs.Encoding;

/// <summary>Encodes the only scan of a frame: a line of each component in turn (ITU-T T.87 annex A).</summary>
internal sealed unsafe class JpegLsScanEncoder
{
    private readonly FrameFormat _format;
    private readonly JpegLsCodingParameters _parameters;
    private readonly int _margin;
    private readonly int _stride;
    private readonly CancellationToken _cancellation;

    /// <param name="format">The format of the frame.</param>
    /// <param name="parameters">The coding parameters.</param>
    /// <param name="margin">The distance that signed samples are kept from the ends of their range; less than half of it.</param>
    /// <param name="cancellation">Cancels the work; checked at each line.</param>
    public JpegLsScanEncoder(FrameFormat format, JpegLsCodingParameters parameters, int margin, CancellationToken cancellation)
    {
        _format = format;
        _parameters = parameters;
        _margin = margin;
        _stride = format.Shape.Columns + 2;
        _cancellation = cancellation;
    }

    /// <summary>Encodes the scan.</summary>
    /// <returns>False if a signed sample near one end of its range would be decoded as one at the other end; the scan is not complete then.</returns>
    public bool Encode(byte* samples, EncodedBytes target)
    {
        int tableLength = GradientQuantizer.TableLength(_parameters), linesLength = 2 * _format.Shape.SamplesPerPixel * _stride;
        sbyte[] table = ArrayPool<sbyte>.Shared.Rent(tableLength);
        ushort[] lines = ArrayPool<ushort>.Shared.Rent(linesLength);
        GradientQuantizer.Fill(table.AsSpan(0, tableLength), _parameters);
        Array.Clear(lines, 0, linesLength);
        RegularContext* contexts = stackalloc RegularContext[RegularContext.Total];
        bool isComplete;
        fixed (sbyte* regions = table)
        fixed (ushort* buffer = lines)
        {
            var state = new EncodingState(_parameters, contexts, regions + _parameters.MaxValue);
            state.Begin(default);
            var input = new FrameSamples(samples, _format);
            isComplete = _parameters.Near == 0
                ? EncodeLines<LosslessReconstruction>(&state, input, buffer, target)
                : EncodeLines<NearReconstruction>(&state, input, buffer, target);
        }

        ArrayPool<ushort>.Shared.Return(lines);
        ArrayPool<sbyte>.Shared.Return(table);
        return isComplete;
    }

    private bool EncodeLines<T>(EncodingState* state, FrameSamples input, ushort* buffer, EncodedBytes target)
        where T : struct, IReconstruction
    {
        FrameShape shape = _format.Shape;
        int* runIndexes = stackalloc int[shape.SamplesPerPixel];
        new Span<int>(runIndexes, shape.SamplesPerPixel).Clear();
        int forbidden = _format.IsSigned ? 1 << (_format.BitsStored - 1) : 0;
        for (int line = 0; line < shape.Rows; line++)
        {
            _cancellation.ThrowIfCancellationRequested();
            for (int component = 0; component < shape.SamplesPerPixel; component++)
            {
                ushort* even = buffer + (2 * component * _stride), odd = even + _stride;
                ushort* previous = (line & 1) == 0 ? odd : even, current = (line & 1) == 0 ? even : odd;
                input.Read(component, line, current + 1);
                if (_margin > 0) KeepFromEnds(current + 1);
                state->RunIndex = runIndexes[component];
                int changes = EncodeLine<T>(state, previous, current, target);
                runIndexes[component] = state->RunIndex;
                if ((changes & forbidden) != 0) return false;
            }
        }

        fixed (byte* start = target.Reserve(2 * LineEncoder.MaxBytesOfSample))
        {
            state->Bits.Next = start;
            state->Bits.Complete();
            target.Advance((int)(state->Bits.Next - start));
        }

        return true;
    }

    private int EncodeLine<T>(EncodingState* state, ushort* previous, ushort* current, EncodedBytes target)
        where T : struct, IReconstruction
    {
        int width = _format.Shape.Columns;
        fixed (byte* start = target.Reserve((width + 2) * LineEncoder.MaxBytesOfSample))
        {
            state->Bits.Next = start;
            int changes = LineEncoder.EncodeSamples<T>(state, previous, current, width);
            target.Advance((int)(state->Bits.Next - start));
            return changes;
        }
    }

    /// <summary>In unsigned numbers, the ends of the signed range are in the middle.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void KeepFromEnds(ushort* samples)
    {
        int least = 1 << (_format.BitsStored - 1);
        for (int i = 0; i < _format.Shape.Columns; i++)
        {
            if (samples[i] >= least && samples[i] < least + _margin) samples[i] = (ushort)(least + _margin);
            else if (samples[i] < least && samples[i] >= least - _margin) samples[i] = (ushort)(least - 1 - _margin);
        }
    }
}
