using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace PSDicom.Codecs.Jpeg;

/// <summary>Rented memory that does not move, all 0 at first. It may be longer than asked for.</summary>
internal sealed unsafe class PinnedBuffer : IDisposable
{
    private readonly byte[] _array;
    private GCHandle _handle;

    public PinnedBuffer(long length)
    {
        if (length > int.MaxValue - 64) throw JpegFault.At("a plane of it would not fit in an array.", 0);
        _array = ArrayPool<byte>.Shared.Rent((int)length);
        Array.Clear(_array, 0, (int)length);
        _handle = GCHandle.Alloc(_array, GCHandleType.Pinned);
        Pointer = (byte*)_handle.AddrOfPinnedObject();
    }

    public byte* Pointer { get; }

    public Span<byte> Span => _array;

    public void Dispose()
    {
        if (!_handle.IsAllocated) return;
        _handle.Free();
        ArrayPool<byte>.Shared.Return(_array);
    }
}
