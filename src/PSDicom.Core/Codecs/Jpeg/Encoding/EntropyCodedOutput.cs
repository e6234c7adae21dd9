using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Collects the bits of a scan, and passes them on as entropy-coded data: with a 0 after each 0xFF (T.81 F.1.2.3).</summary>
/// <param name="output">Receives the data. They are valid until it returns.</param>
internal sealed unsafe class EntropyCodedOutput(Action<ArraySegment<byte>> output) : IDisposable
{
    private const int Capacity = 1 << 15;

    private readonly PinnedBuffer _bits = new(Capacity);
    private readonly byte[] _stuffed = new byte[2 * Capacity];

    /// <summary>Makes a writer for the whole scan.</summary>
    public JpegBitWriter Start() => new(_bits.Pointer);

    /// <summary>Makes sure that a writer has room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reserve(ref JpegBitWriter writer, int bytes)
    {
        if (writer.Next - _bits.Pointer > Capacity - bytes) Flush(ref writer);
    }

    /// <summary>Passes on all bits, after padding the last byte.</summary>
    public void Complete(JpegBitWriter writer)
    {
        writer.Complete();
        Flush(ref writer);
    }

    public void Dispose() => _bits.Dispose();

    [MethodImpl(Compiled.AtOnce)]
    private void Flush(ref JpegBitWriter writer)
    {
        var rest = new ReadOnlySpan<byte>(_bits.Pointer, (int)(writer.Next - _bits.Pointer));
        int length = 0;
        for (int index = rest.IndexOf((byte)0xFF); index >= 0; index = rest.IndexOf((byte)0xFF))
        {
            rest.Slice(0, index + 1).CopyTo(_stuffed.AsSpan(length));
            length += index + 1;
            _stuffed[length++] = 0;
            rest = rest.Slice(index + 1);
        }

        rest.CopyTo(_stuffed.AsSpan(length));
        output(new ArraySegment<byte>(_stuffed, 0, length + rest.Length));
        writer.Next = _bits.Pointer;
    }
}
