using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace PSDicom.Pixels;

/// <summary>The bytes of an array of samples as memory that decoders write to.</summary>
internal sealed class SampleMemory(Array samples) : MemoryManager<byte>
{
    private GCHandle _pin;

    public override Span<byte> GetSpan() => SampleArray.AsBytes(samples);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        if (!_pin.IsAllocated) _pin = GCHandle.Alloc(samples, GCHandleType.Pinned);
        return new MemoryHandle((byte*)_pin.AddrOfPinnedObject() + elementIndex, pinnable: this);
    }

    public override void Unpin()
    {
        if (_pin.IsAllocated) _pin.Free();
    }

    protected override void Dispose(bool disposing) => Unpin();
}
