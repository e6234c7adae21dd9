using System;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Samples of a component, a byte or two each; memory of its own, or that of the frame if it is the only component.</summary>
internal sealed unsafe class Plane : IDisposable
{
    private readonly PinnedBuffer? _memory;

    /// <summary>Makes a plane in memory of its own.</summary>
    public Plane(int width, int height, bool isWide)
        : this(null, width, height, isWide)
    {
        _memory = new PinnedBuffer((long)Stride * height);
        Data = _memory.Pointer;
    }

    /// <summary>Makes a plane in memory that others keep.</summary>
    public Plane(byte* data, int width, int height, bool isWide)
    {
        Data = data;
        Width = width;
        Height = height;
        IsWide = isWide;
        Stride = isWide ? width * 2 : width;
    }

    public byte* Data { get; }

    /// <summary>Samples of a line.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether a sample takes two bytes.</summary>
    public bool IsWide { get; }

    /// <summary>Bytes of a line.</summary>
    public int Stride { get; }

    public byte* Line(int y) => Data + ((long)y * Stride);

    public void Dispose() => _memory?.Dispose();
}
