using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The differences of one component in a line of MCUs, and the reconstructed lines.</summary>
internal sealed unsafe class LosslessLines : IDisposable
{
    private readonly Component _component;
    private readonly PinnedBuffer _memory;
    private readonly int _width;

    // Before the point transform is reversed, which happens in the plane. The two lines alternate.
    private ushort* _line;
    private ushort* _above;

    /// <param name="component">The component.</param>
    /// <param name="across">Samples of an MCU per line.</param>
    /// <param name="down">Lines of an MCU.</param>
    /// <param name="mcusPerLine">MCUs per line.</param>
    public LosslessLines(Component component, int across, int down, int mcusPerLine)
    {
        _component = component;
        Across = across;
        Down = down;
        _width = across * mcusPerLine;
        _memory = new PinnedBuffer((long)_width * (down + 2) * sizeof(ushort));
        _line = Differences(down);
        _above = Differences(down + 1);
    }

    public int Across { get; }

    public int Down { get; }

    /// <summary>The differences of one of the lines.</summary>
    public ushort* Differences(int line) => (ushort*)_memory.Pointer + ((long)line * _width);

    /// <summary>Reconstructs samples, and stores those inside the plane.</summary>
    /// <param name="mcuLine">The line of MCUs.</param>
    /// <param name="mcus">The number of MCUs that were read.</param>
    /// <param name="isFirst">Whether a scan or restart interval begins.</param>
    /// <param name="half">Half the range of samples.</param>
    /// <param name="selection">The predictor.</param>
    /// <param name="pointTransform">Pt: the point transform.</param>
    public void Reconstruct(int mcuLine, int mcus, bool isFirst, int half, int selection, int pointTransform)
    {
        int count = mcus * Across;
        for (int i = 0; i < Down; i++)
        {
            if (isFirst && i == 0) Predictor.FirstLine(Differences(i), _line, count, half);
            else Predictor.Line(selection, Differences(i), _above, _line, count);
            Store((mcuLine * Down) + i, count, pointTransform);
            ushort* line = _line;
            _line = _above;
            _above = line;
        }
    }

    public void Dispose() => _memory.Dispose();

    [MethodImpl(Compiled.AtOnce)]
    private void Store(int y, int count, int pointTransform)
    {
        Plane plane = _component.Plane!;
        if (y >= plane.Height) return;
        count = Math.Min(count, plane.Width);
        byte* target = plane.Line(y);
        if (plane.IsWide && pointTransform == 0)
        {
            Buffer.MemoryCopy(_line, target, plane.Stride, (long)count * sizeof(ushort));
            return;
        }

        for (int x = 0; x < count; x++)
        {
            int value = _line[x] << pointTransform;
            if (plane.IsWide) ((ushort*)target)[x] = (ushort)value;
            else target[x] = (byte)value;
        }
    }
}
