using System;
using System.Runtime.CompilerServices;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Interleaves the planes of all components to pixels at full resolution.</summary>
internal static unsafe class PixelOutput
{
    /// <summary>Writes the frame. Samples of the planes have one byte if those of the frame have, else two.</summary>
    public static void Write(JpegFrameHeader frame, FrameShape shape, byte* target, FrameThreads threads)
    {
        if (shape.BytesPerSample == 1) Write<byte>(frame, shape, target, threads);
        else Write<ushort>(frame, shape, target, threads);
    }

    private static void Write<T>(JpegFrameHeader frame, FrameShape shape, byte* target, FrameThreads threads)
        where T : unmanaged
    {
        int count = frame.Components.Length;
        long stride = (long)shape.Columns * count * shape.BytesPerSample;
        threads.ForEachBand(shape.Rows, (long)shape.Columns * count, 1, () => new Upsamplers<T>(frame), (first, end, upsamplers) =>
        {
            T** lines = stackalloc T*[count];
            for (int y = first; y < end; y++)
            {
                for (int i = 0; i < count; i++) lines[i] = upsamplers.All[i].Line(y);
                byte* line = target + (y * stride);
                if (shape.BytesPerSample <= 2) Interleave(lines, count, (T*)line, shape.Columns);
                else Widen(lines, count, line, shape);
            }
        });
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Interleave<T>(T** lines, int count, T* target, int columns)
        where T : unmanaged
    {
        int x = 0;
        if (count == 3)
        {
            T* a = lines[0], b = lines[1], c = lines[2];
            if (typeof(T) == typeof(byte)) x = LineKernels.InterleaveVector((byte*)a, (byte*)b, (byte*)c, (byte*)target, columns);
            for (T* pixel = target + (3 * x); x < columns; x++, pixel += 3)
            {
                pixel[0] = a[x];
                pixel[1] = b[x];
                pixel[2] = c[x];
            }

            return;
        }

        for (; x < columns; x++)
        {
            for (int i = 0; i < count; i++) *target++ = lines[i][x];
        }
    }

    /// <summary>Writes samples of more than two bytes, of which the low two are used.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void Widen<T>(T** lines, int count, byte* target, FrameShape shape)
        where T : unmanaged
    {
        for (int x = 0; x < shape.Columns; x++)
        {
            for (int i = 0; i < count; i++, target += shape.BytesPerSample) *(T*)target = lines[i][x];
        }
    }

    /// <summary>The upsamplers of all components, for one thread.</summary>
    private sealed class Upsamplers<T>(JpegFrameHeader frame) : IDisposable
        where T : unmanaged
    {
        public Upsampler<T>[] All { get; } = Array.ConvertAll(frame.Components, component => new Upsampler<T>(frame, component));

        public void Dispose()
        {
            foreach (Upsampler<T> upsampler in All) upsampler.Dispose();
        }
    }
}
