using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace PSDicom.Codecs.Jpeg;

/// <summary>Rented and pinned memory, initially 0. It can be longer than requested.</summary>
internal sealed unsafe class PinnedBuffer : IDisposable
{
    /// <summary>Longer buffers are not pooled: each thread would keep one, of the next power of 2.</summary>
    private const int MaxRented = 1 << 26;

    private readonly byte[] _array;
    private GCHandle _handle;

    public PinnedBuffer(long length)
    {
        if (length > int.MaxValue - 64) throw CodestreamError.Jpeg("a plane is too large for an array.", 0);
        _array = length > MaxRented ? new byte[length] : ArrayPool<byte>.Shared.Rent((int)length);
        if (length <= MaxRented) Array.Clear(_array, 0, (int)length);
        _handle = GCHandle.Alloc(_array, GCHandleType.Pinned);
        Pointer = (byte*)_handle.AddrOfPinnedObject();
    }

    public byte* Pointer { get; }

    public Span<byte> Span => _array;

    public void Dispose()
    {
        if (!_handle.IsAllocated) return;
        _handle.Free();
        if (_array.Length <= MaxRented) ArrayPool<byte>.Shared.Return(_array);
    }
}
