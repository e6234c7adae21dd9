using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Rle.Decoding;

/// <summary>One segment of an RLE frame, decoded a part at a time (PS3.5 G.3.2).</summary>
internal unsafe struct RleSegment(byte* position, byte* end)
{
    /// <summary>Bytes of one copy step. A copy can write up to this many bytes beyond its end.</summary>
    private const int Step = 16;

    private byte* _position = position;
    private readonly byte* _end = end;

    /// <summary>The rest of the packet in which the last part ended.</summary>
    private int _left;
    private bool _isRun;

    /// <summary>The position of the next byte.</summary>
    public readonly byte* Position => _position;

    /// <summary>The number of bytes decoded so far.</summary>
    public int Decoded { get; private set; }

    /// <summary>The same segment with another end, before reading.</summary>
    public readonly RleSegment EndingAt(byte* end) => new(_position, end);

    /// <summary>Skips decoded bytes, at most as many as the segment has.</summary>
    public void Skip(int count)
    {
        while (count > 0 && NextPacket())
        {
            int length = Math.Min(_left, count);
            if (!_isRun) length = (int)Math.Min(length, _end - _position);
            if (length == 0) return;
            Advance(length);
            count -= length;
        }
    }

    /// <summary>Decodes bytes. Bytes that the segment lacks are 0.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Read(byte* target, int count)
    {
        byte* targetEnd = target + count;
        while (target < targetEnd && NextPacket())
        {
            int length = (int)Math.Min(_left, targetEnd - target);
            bool hasRoom = targetEnd - target >= length + Step;
            if (_isRun)
            {
                if (hasRoom) FillSteps(target, *_position, length);
                else new Span<byte>(target, length).Fill(*_position);
            }
            else
            {
                length = (int)Math.Min(length, _end - _position);
                if (length == 0) break;
                if (hasRoom && _end - _position >= length + Step) CopySteps(_position, target, length);
                else new ReadOnlySpan<byte>(_position, length).CopyTo(new Span<byte>(target, length));
            }

            Advance(length);
            target += length;
        }

        new Span<byte>(target, (int)(targetEnd - target)).Clear();
    }

    /// <summary>Advances to a packet that has bytes left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextPacket()
    {
        while (_left == 0)
        {
            if (_end - _position < 2) return false;
            int control = (sbyte)*_position++;
            _isRun = control < 0;
            // -128 is an empty packet.
            if (control != sbyte.MinValue) _left = control < 0 ? 1 - control : control + 1;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(int length)
    {
        _left -= length;
        Decoded += length;
        if (!_isRun) _position += length;
        else if (_left == 0) _position++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopySteps(byte* source, byte* target, int length)
    {
        for (int i = 0; i < length; i += Step)
        {
            ulong low = *(ulong*)(source + i);
            ulong high = *(ulong*)(source + i + 8);
            *(ulong*)(target + i) = low;
            *(ulong*)(target + i + 8) = high;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillSteps(byte* target, byte value, int length)
    {
        ulong eight = value * 0x0101_0101_0101_0101UL;
        for (int i = 0; i < length; i += Step)
        {
            *(ulong*)(target + i) = eight;
            *(ulong*)(target + i + 8) = eight;
        }
    }
}
