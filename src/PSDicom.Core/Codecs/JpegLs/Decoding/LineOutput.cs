using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>Writes decoded lines to the frame, with all components at full resolution.</summary>
internal readonly unsafe struct LineOutput(byte* target, FrameShape shape, JpegLsFrameHeader header)
{
    /// <summary>Writes the decoded samples of a line.</summary>
    /// <param name="component">The component, with its mapping table.</param>
    /// <param name="line">The line of the component. Lines beyond the frame are not written.</param>
    /// <param name="samples">The decoded samples.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="mapped">Working memory for mapped samples, as the samples themselves predict the next line.</param>
    [MethodImpl(Compiled.AtOnce)]
    public void Write(ScanComponent component, int line, ushort* samples, int count, ushort* mapped)
    {
        FrameComponent sampling = header.Components[component.Index];
        if (component.Table is { } table)
        {
            for (int i = 0; i < count; i++) mapped[i] = (ushort)table[samples[i]];
            samples = mapped;
        }

        // A line of a subsampled component fills several rows.
        long first = DivideUp((long)line * header.MaxVertical, sampling.Vertical);
        long next = DivideUp((line + 1L) * header.MaxVertical, sampling.Vertical);
        for (long row = first; row < next && row < shape.Rows; row++)
        {
            byte* place = target + (((row * shape.Columns * shape.SamplesPerPixel) + component.Index) * shape.BytesPerSample);
            if (sampling.Horizontal == header.MaxHorizontal) WriteRow(place, samples, count);
            else WriteUpsampled(place, samples, count, sampling.Horizontal);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void WriteRow(byte* place, ushort* samples, int count)
    {
        int step = shape.SamplesPerPixel;
        if (shape.BytesPerSample == 1)
        {
            for (int i = 0; i < count; i++, place += step) *place = (byte)samples[i];
        }
        else if (shape.BytesPerSample == 2)
        {
            if (step == 1) new ReadOnlySpan<ushort>(samples, count).CopyTo(new Span<ushort>(place, count));
            else for (int i = 0; i < count; i++, place += 2 * step) *(ushort*)place = samples[i];
        }
        else
        {
            for (int i = 0; i < count; i++, place += 4 * step) *(uint*)place = samples[i];
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void WriteUpsampled(byte* place, ushort* samples, int count, int horizontal)
    {
        int step = shape.SamplesPerPixel * shape.BytesPerSample;
        for (int x = 0; x < shape.Columns; x++, place += step)
        {
            int i = (int)((long)x * horizontal / header.MaxHorizontal);
            if (i >= count) return;
            WriteRow(place, samples + i, 1);
        }
    }

    private static long DivideUp(long value, int divisor) => (value + divisor - 1) / divisor;
}
