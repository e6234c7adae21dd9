using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The samples of a component, of one or two bytes, in own memory or in that of the frame.</summary>
internal sealed unsafe class Plane : IDisposable
{
    private readonly PinnedBuffer? _memory;

    /// <summary>Allocates a plane.</summary>
    public Plane(int width, int height, bool isWide)
        : this(null, width, height, isWide)
    {
        _memory = new PinnedBuffer((long)Stride * height);
        Data = _memory.Pointer;
    }

    /// <summary>Wraps memory of the caller.</summary>
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

    /// <summary>Whether samples have two bytes.</summary>
    public bool IsWide { get; }

    /// <summary>Bytes of a line.</summary>
    public int Stride { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Line(int y) => Data + ((long)y * Stride);

    public void Dispose() => _memory?.Dispose();
}
