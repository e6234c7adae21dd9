using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>
/// Gives the lines of a component at full resolution. At half the resolution, samples are interpolated with weights 3 and 1, as nearly all
/// decoders do ("fancy upsampling"); otherwise the nearest sample is used.
/// </summary>
internal sealed unsafe class Upsampler<T> : IDisposable
    where T : unmanaged
{
    // Narrower components are not interpolated horizontally, as in other decoders.
    private const int MinSmoothWidth = 3;

    private readonly Plane _plane;
    private readonly int _horizontal, _maxHorizontal, _vertical, _maxVertical, _columns;
    private readonly bool _isSmoothAcross, _isSmoothDown;
    private readonly PinnedBuffer? _memory;

    public Upsampler(JpegFrameHeader frame, Component component)
    {
        _plane = component.Plane!;
        (_horizontal, _maxHorizontal) = (component.Horizontal, frame.MaxHorizontal);
        (_vertical, _maxVertical) = (component.Vertical, frame.MaxVertical);
        _columns = frame.SamplesPerLine;
        bool isHalfAcross = _horizontal * 2 == _maxHorizontal, isHalfDown = _vertical * 2 == _maxVertical;
        bool isFullAcross = _horizontal == _maxHorizontal, isFullDown = _vertical == _maxVertical;
        // Samples of the lossless process are never interpolated.
        _isSmoothAcross = !frame.IsLossless && isHalfAcross && (isHalfDown || isFullDown) && component.Width >= MinSmoothWidth;
        _isSmoothDown = !frame.IsLossless && isHalfDown && (isFullAcross || _isSmoothAcross);
        // An output line, and a line of sums with a neighbour on each side.
        if (isFullAcross && isFullDown) return;
        _memory = new PinnedBuffer(sizeof(ushort) * ((2L * component.Width) + _columns + component.Width + 2));
    }

    private T* Output => (T*)_memory!.Pointer;

    private ushort* Sums => (ushort*)_memory!.Pointer + (2 * _plane.Width) + _columns + 1;

    public void Dispose() => _memory?.Dispose();

    /// <summary>The line at a row of the frame, valid until the next call.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public T* Line(int row)
    {
        int y = row * _vertical / _maxVertical, width = _plane.Width;
        T* near = (T*)_plane.Line(y);
        if (_isSmoothDown)
        {
            bool isUpper = (row & 1) == 0;
            T* far = (T*)_plane.Line(isUpper ? Math.Max(y - 1, 0) : Math.Min(y + 1, _plane.Height - 1));
            LineKernels.Weigh(near, far, Sums, width);
            if (_isSmoothAcross) LineKernels.Smooth(Sums, Output, width, 8, 7, 4);
            else LineKernels.Divide(Sums, Output, width, isUpper ? 1 : 2);
            return Output;
        }

        if (_isSmoothAcross)
        {
            LineKernels.Widen(near, Sums, width);
            LineKernels.Smooth(Sums, Output, width, 1, 2, 2);
            return Output;
        }

        if (_horizontal == _maxHorizontal) return near;
        T* output = Output;
        for (int x = 0, source = 0, part = 0; x < _columns; x++)
        {
            output[x] = near[source];
            part += _horizontal;
            if (part < _maxHorizontal) continue;
            part -= _maxHorizontal;
            source++;
        }

        return output;
    }
}
