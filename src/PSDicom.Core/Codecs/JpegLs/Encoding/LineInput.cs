using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Encoding;

/// <summary>Reads lines of one component from the frame.</summary>
/// <param name="source">The samples of the frame.</param>
/// <param name="format">Its format.</param>
internal readonly unsafe struct LineInput(byte* source, FrameFormat format)
{
    private readonly FrameShape _shape = format.Shape;
    private readonly int _mask = (1 << format.BitsStored) - 1;

    /// <summary>Reads a line, without the bits above Bits Stored.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Read(int component, int line, ushort* samples)
    {
        int step = _shape.SamplesPerPixel, count = _shape.Columns, mask = _mask;
        long first = ((long)line * count * step) + component;
        if (_shape.BytesPerSample == 1)
        {
            byte* place = source + first;
            for (int i = 0; i < count; i++, place += step) samples[i] = (ushort)(*place & mask);
        }
        else if (step == 1 && mask == ushort.MaxValue)
        {
            new ReadOnlySpan<ushort>((ushort*)source + first, count).CopyTo(new Span<ushort>(samples, count));
        }
        else
        {
            ushort* place = (ushort*)source + first;
            for (int i = 0; i < count; i++, place += step) samples[i] = (ushort)(*place & mask);
        }
    }
}
