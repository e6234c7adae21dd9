using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>Writes bits to memory, lowest bit first (RFC 1951 section 3.1.1).</summary>
internal ref struct DeflateBitWriter(Span<byte> target)
{
    private readonly Span<byte> _target = target;
    private ulong _bits;
    private int _count;

    /// <summary>The number of whole bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The bits after the last whole byte, and their number.</summary>
    public readonly (uint Bits, int Count) Rest => ((uint)_bits, _count);

    /// <summary>Appends bits without writing them, at most 56 since the last <see cref="Flush"/>.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Append(ulong bits, int count)
    {
        _bits |= bits << _count;
        _count += count;
    }

    /// <summary>Writes the appended whole bytes. There must be room for 8 bytes.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Flush()
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_target.Slice(Length), _bits);
        int bytes = _count >> 3;
        Length += bytes;
        _bits >>= bytes * 8;
        _count &= 7;
    }

    [MethodImpl(Compiled.AtOnce)]
    public void Write(ulong bits, int count)
    {
        Append(bits, count);
        Flush();
    }

    /// <summary>Pads the last byte with zeros.</summary>
    public void Align()
    {
        _count = (_count + 7) & ~7;
        Flush();
    }

    /// <summary>Copies bytes. The position must be aligned.</summary>
    public void Copy(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_target.Slice(Length));
        Length += bytes.Length;
    }
}
