using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.Wavelets;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>
/// Writes decoded tile-components to the frame: clamped to the sample range, upsampled, and mapped by the palette, if any.
/// </summary>
internal sealed unsafe class TileOutput(ImageSize size, Channel[] channels, FrameShape shape, Memory<byte> destination)
{
    /// <summary>Writes a component to all its channels.</summary>
    public void Write(int component, TilePlane plane, FrameThreads threads)
    {
        if (plane.Area.IsEmpty) return;
        for (int channel = 0; channel < channels.Length; channel++)
        {
            if (channels[channel].Component == component) WriteChannel(channel, plane, threads);
        }
    }

    private void WriteChannel(int channel, TilePlane plane, FrameThreads threads)
    {
        Area area = plane.Area;
        ComponentSize component = plane.Component.Size;
        // The columns and rows of the samples in the image, from the origin of the reference grid.
        int left = CeilMultiple(area.X0, component.StepX, size.StepX), right = CeilMultiple(area.X1, component.StepX, size.StepX);
        int top = CeilMultiple(area.Y0, component.StepY, size.StepY), bottom = CeilMultiple(area.Y1, component.StepY, size.StepY);
        int originX = Tiling.CeilDivide(size.X0, size.StepX), originY = Tiling.CeilDivide(size.Y0, size.StepY);
        // The first and last samples are extended to the edges of the image.
        if (area.X0 == Tiling.CeilDivide(size.X0, component.StepX)) left = originX;
        if (area.Y0 == Tiling.CeilDivide(size.Y0, component.StepY)) top = originY;
        if (area.X1 == Tiling.CeilDivide(size.X1, component.StepX)) right = originX + shape.Columns;
        if (area.Y1 == Tiling.CeilDivide(size.Y1, component.StepY)) bottom = originY + shape.Rows;

        threads.ForEachBand(bottom - top, right - left, (first, end) => WriteRows(channel, plane, new Area(left, top + first, right, top + end)));
    }

    /// <summary>Writes a part of the image, whose coordinates are from the origin of the reference grid.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void WriteRows(int channel, TilePlane plane, Area part)
    {
        Area area = plane.Area;
        ComponentSize component = plane.Component.Size;
        int left = part.X0, right = part.X1;
        int originX = Tiling.CeilDivide(size.X0, size.StepX), originY = Tiling.CeilDivide(size.Y0, size.StepY);
        int[] line = ArrayPool<int>.Shared.Rent(area.Width);
        int[] wide = component.StepX == size.StepX ? line : ArrayPool<int>.Shared.Rent(right - left);
        int last = -1;
        for (int y = part.Y0; y < part.Y1; y++)
        {
            int row = Nearest(y, size.StepY, component.StepY, area.Y0, area.Y1);
            if (row != last)
            {
                Convert(plane, row, line);
                channels[channel].MapPalette(line.AsSpan(0, area.Width));
                if (wide != line)
                {
                    for (int x = left; x < right; x++) wide[x - left] = line[Nearest(x, size.StepX, component.StepX, area.X0, area.X1)];
                }

                last = row;
            }

            Store(wide.AsSpan(0, right - left), y - originY, left - originX, channel);
        }

        if (wide != line) ArrayPool<int>.Shared.Return(wide);
        ArrayPool<int>.Shared.Return(line);
    }

    private static int CeilMultiple(int value, int step, int divisor) => (int)Tiling.CeilDivide((long)value * step, divisor);

    /// <summary>The index of the sample at or before a column or row of the image.</summary>
    private static int Nearest(int position, int step, int componentStep, int first, int end)
    {
        if (step == componentStep) return position - first;
        long sample = (long)position * step / componentStep;
        return (int)(Math.Min(Math.Max(sample, first), end - 1) - first);
    }

    private static void Convert(TilePlane plane, int row, int[] line)
    {
        ComponentSize component = plane.Component.Size;
        int width = plane.Area.Width, half = 1 << (component.Precision - 1);
        int shift = component.IsSigned ? 0 : half, least = component.IsSigned ? -half : 0, most = least + (half - 1) + half;
        if (plane.IsBlank)
        {
            line.AsSpan(0, width).Fill(Math.Max(least, Math.Min(most, shift)));
            return;
        }

        fixed (int* source = plane.Memory, target = line)
        {
            int* samples = source + ((long)row * width);
            if (plane.Component.Coding.IsReversible) CoefficientLines.Shift(samples, shift, least, most, target, width);
            else CoefficientLines.Round((float*)samples, shift, least, most, target, width);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Store(ReadOnlySpan<int> line, int row, int column, int channel)
    {
        int samples = shape.SamplesPerPixel;
        long first = ((((long)row * shape.Columns) + column) * samples) + channel;
        Span<byte> target = destination.Span.Slice((int)(first * shape.BytesPerSample));
        switch (shape.BytesPerSample)
        {
            case 1:
                for (int i = 0, at = 0; i < line.Length; i++, at += samples) target[at] = (byte)line[i];
                break;
            case 2:
                Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(target);
                for (int i = 0, at = 0; i < line.Length; i++, at += samples) words[at] = (ushort)line[i];
                break;
            default:
                Span<int> numbers = MemoryMarshal.Cast<byte, int>(target);
                for (int i = 0, at = 0; i < line.Length; i++, at += samples) numbers[at] = line[i];
                break;
        }
    }
}
