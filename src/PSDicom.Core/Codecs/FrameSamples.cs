using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs;

/// <summary>Reads lines of samples from a frame to encode, without the bits above Bits Stored.</summary>
/// <param name="source">The frame.</param>
/// <param name="format">Its format, with one or two bytes per sample.</param>
internal readonly unsafe struct FrameSamples(byte* source, FrameFormat format)
{
    private readonly FrameShape _shape = format.Shape;
    private readonly int _mask = (1 << format.BitsStored) - 1;

    /// <summary>Reads all samples of a line, those of a pixel together.</summary>
    public void Read(int line, ushort* samples)
    {
        int count = _shape.Columns * _shape.SamplesPerPixel;
        Read((long)line * count, 1, samples, count);
    }

    /// <summary>Reads a line of one component.</summary>
    public void Read(int component, int line, ushort* samples) =>
        Read(((long)line * _shape.Columns * _shape.SamplesPerPixel) + component, _shape.SamplesPerPixel, samples, _shape.Columns);

    /// <summary>Copies samples without their bits above a mask.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Copy(ushort* source, ushort* target, int count, int mask)
    {
        if (mask == ushort.MaxValue)
        {
            new ReadOnlySpan<ushort>(source, count).CopyTo(new Span<ushort>(target, count));
            return;
        }

        // Four at a time.
        ulong masks = (ulong)mask * 0x0001_0001_0001_0001UL;
        int i = 0;
        for (; i <= count - 4; i += 4) *(ulong*)(target + i) = *(ulong*)(source + i) & masks;
        for (; i < count; i++) target[i] = (ushort)(source[i] & mask);
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Read(long first, int step, ushort* samples, int count)
    {
        int mask = _mask;
        if (_shape.BytesPerSample == 1)
        {
            byte* place = source + first;
            if (step == 1) for (int i = 0; i < count; i++) samples[i] = (ushort)(place[i] & mask);
            else for (int i = 0; i < count; i++, place += step) samples[i] = (ushort)(*place & mask);
        }
        else if (step == 1)
        {
            Copy((ushort*)source + first, samples, count, mask);
        }
        else
        {
            ushort* place = (ushort*)source + first;
            for (int i = 0; i < count; i++, place += step) samples[i] = (ushort)(*place & mask);
        }
    }
}
