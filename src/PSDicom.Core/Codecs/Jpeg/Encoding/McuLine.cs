using System;
using PSDicom.Pixels;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>The samples of one line of MCUs, in a plane per component. The picture's last samples are repeated beyond its edges.</summary>
internal sealed unsafe class McuLine : IDisposable
{
    private readonly Picture _picture;
    private readonly bool _isHalf;
    private readonly PinnedBuffer _memory;
    private readonly byte* _luminance;
    private readonly byte* _full;
    private readonly byte* _chrominance;

    /// <param name="picture">The picture, with 8 bits per sample and 1 or 3 samples per pixel.</param>
    /// <param name="isHalf">Whether chrominance has half the resolution.</param>
    public McuLine(Picture picture, bool isHalf)
    {
        _picture = picture;
        _isHalf = isHalf;
        McuSize = isHalf ? 16 : 8;
        Mcus = (picture.Width + McuSize - 1) / McuSize;
        Stride = Mcus * McuSize;
        ChrominanceStride = isHalf ? Stride / 2 : Stride;
        // Two lines of chrominance at full resolution are kept before they are halved.
        long luminance = (long)Stride * McuSize, full = isHalf ? 4L * Stride : 0;
        long chrominance = picture.SamplesPerPixel == 1 ? 0 : 2L * ChrominanceStride * 8;
        _memory = new PinnedBuffer(luminance + full + chrominance);
        _luminance = _memory.Pointer;
        _full = _luminance + luminance;
        _chrominance = _full + full;
    }

    /// <summary>The width and height of an MCU in samples.</summary>
    public int McuSize { get; }

    /// <summary>The number of MCUs in the line.</summary>
    public int Mcus { get; }

    /// <summary>Bytes from line to line of luminance.</summary>
    public int Stride { get; }

    /// <summary>Bytes from line to line of chrominance.</summary>
    public int ChrominanceStride { get; }

    /// <summary>The first sample of a component.</summary>
    public byte* Plane(int component) =>
        component == 0 ? _luminance : _chrominance + (component == 2 ? 8L * ChrominanceStride : 0);

    public void Dispose() => _memory.Dispose();

    /// <summary>Reads the lines of the picture from <paramref name="top"/> on.</summary>
    public void Fill(int top)
    {
        fixed (byte* pixels = (byte[])_picture.Pixels)
        {
            for (int y = 0; y < McuSize; y++)
            {
                long row = Math.Min(top + y, _picture.Height - 1);
                FillLine(pixels + (row * _picture.Width * _picture.SamplesPerPixel), y);
            }
        }
    }

    private void FillLine(byte* source, int y)
    {
        int width = _picture.Width;
        byte* luminance = _luminance + ((long)y * Stride);
        if (_picture.SamplesPerPixel == 1)
        {
            new ReadOnlySpan<byte>(source, width).CopyTo(new Span<byte>(luminance, width));
            Extend(luminance);
            return;
        }

        byte* blue = _isHalf ? _full + ((long)(y & 1) * Stride) : Plane(1) + ((long)y * Stride);
        byte* red = _isHalf ? blue + (2L * Stride) : Plane(2) + ((long)y * Stride);
        YCbCrLines.ConvertToYCbCr(source, luminance, blue, red, width);
        Extend(luminance);
        Extend(blue);
        Extend(red);
        if (!_isHalf || (y & 1) == 0) return;
        long half = (long)(y >> 1) * ChrominanceStride;
        YCbCrLines.Halve(blue - Stride, blue, Plane(1) + half, ChrominanceStride);
        YCbCrLines.Halve(red - Stride, red, Plane(2) + half, ChrominanceStride);
    }

    private void Extend(byte* line) => new Span<byte>(line + _picture.Width, Stride - _picture.Width).Fill(line[_picture.Width - 1]);
}
