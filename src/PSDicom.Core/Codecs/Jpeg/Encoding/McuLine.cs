using System;
using System.Buffers;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>The samples of one line of MCUs, in a plane per component. The last samples are repeated beyond the edges of the picture.</summary>
internal sealed unsafe class McuLine : IDisposable
{
    private readonly DctSource _source;
    private readonly int _bytesPerSample;
    private readonly PinnedBuffer _memory;
    private readonly byte* _luminance;
    private readonly byte* _full;
    private readonly byte* _chrominance;
    private MemoryHandle _samples;

    /// <param name="source">The samples.</param>
    public McuLine(DctSource source)
    {
        _source = source;
        _bytesPerSample = source.Precision > 8 ? sizeof(ushort) : 1;
        int width = 8 * source.Across;
        McuHeight = 8 * source.Down;
        Mcus = (source.Width + width - 1) / width;
        Stride = Mcus * width;
        ChrominanceStride = Stride / source.Across;
        // Two lines of chrominance at full resolution are kept before they are halved.
        long luminance = (long)Stride * McuHeight * _bytesPerSample, full = source.Across > 1 ? 4L * Stride : 0;
        long chrominance = source.Components == 1 ? 0 : 2L * ChrominanceStride * 8;
        _memory = new PinnedBuffer(luminance + full + chrominance);
        _luminance = _memory.Pointer;
        _full = _luminance + luminance;
        _chrominance = _full + full;
        _samples = source.Samples.Pin();
    }

    /// <summary>The height of an MCU in samples.</summary>
    public int McuHeight { get; }

    /// <summary>The number of MCUs in the line.</summary>
    public int Mcus { get; }

    /// <summary>Samples from line to line of luminance.</summary>
    public int Stride { get; }

    /// <summary>Samples from line to line of chrominance.</summary>
    public int ChrominanceStride { get; }

    /// <summary>The first sample of a component.</summary>
    public byte* Plane(int component) =>
        component == 0 ? _luminance : _chrominance + (component == 2 ? 8L * ChrominanceStride : 0);

    public void Dispose()
    {
        _samples.Dispose();
        _memory.Dispose();
    }

    /// <summary>Reads the lines from <paramref name="top"/> on.</summary>
    public void Fill(int top)
    {
        for (int y = 0; y < McuHeight; y++)
        {
            long row = Math.Min(top + y, _source.Height - 1);
            FillLine((byte*)_samples.Pointer + (row * _source.Width * _source.Components * _bytesPerSample), y);
        }
    }

    private void FillLine(byte* source, int y)
    {
        int width = _source.Width;
        byte* luminance = _luminance + ((long)y * Stride * _bytesPerSample);
        if (_source.Components == 1)
        {
            if (_bytesPerSample == 1)
            {
                new ReadOnlySpan<byte>(source, width).CopyTo(new Span<byte>(luminance, width));
                Extend(luminance);
            }
            else
            {
                FrameSamples.Copy((ushort*)source, (ushort*)luminance, width, (1 << _source.Precision) - 1);
                Extend((ushort*)luminance);
            }

            return;
        }

        bool isHalf = _source.Across > 1;
        byte* blue = isHalf ? _full + ((long)(y & 1) * Stride) : Plane(1) + ((long)y * Stride);
        byte* red = isHalf ? blue + (2L * Stride) : Plane(2) + ((long)y * Stride);
        if (_source.IsRgb) YCbCrLines.ConvertToYCbCr(source, luminance, blue, red, width);
        else YCbCrLines.Split(source, luminance, blue, red, width);
        Extend(luminance);
        Extend(blue);
        Extend(red);
        if (!isHalf) return;
        if (_source.Down == 1)
        {
            // The mean of a line with itself is that of its pairs.
            Halve(blue, blue, red, red, y);
        }
        else if ((y & 1) == 1)
        {
            Halve(blue - Stride, blue, red - Stride, red, y >> 1);
        }
    }

    private void Halve(byte* upperBlue, byte* lowerBlue, byte* upperRed, byte* lowerRed, int y)
    {
        long half = (long)y * ChrominanceStride;
        YCbCrLines.Halve(upperBlue, lowerBlue, Plane(1) + half, ChrominanceStride);
        YCbCrLines.Halve(upperRed, lowerRed, Plane(2) + half, ChrominanceStride);
    }

    private void Extend<T>(T* line)
        where T : unmanaged => new Span<T>(line + _source.Width, Stride - _source.Width).Fill(line[_source.Width - 1]);
}
