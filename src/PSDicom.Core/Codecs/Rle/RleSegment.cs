using System;

namespace PSDicom.Codecs.Rle;

/// <summary>One segment of an RLE frame, decoded a part at a time (PS3.5 G.3.2).</summary>
internal unsafe struct RleSegment(byte* position, byte* end)
{
    /// <summary>Bytes that are copied at once; a copy may write so many beyond its end.</summary>
    private const int Step = 16;

    private byte* _position = position;
    private readonly byte* _end = end;

    /// <summary>What is left of the packet that the last part ended in.</summary>
    private int _left;
    private bool _isRun;

    /// <summary>The next byte that would be read.</summary>
    public readonly byte* Position => _position;

    /// <summary>Bytes that the segment has given until now.</summary>
    public int Decoded { get; private set; }

    /// <summary>The same segment, not yet read, with another end.</summary>
    public readonly RleSegment EndingAt(byte* end) => new(_position, end);

    /// <summary>Passes over so many decoded bytes, or as many as there are.</summary>
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

    /// <summary>Decodes so many bytes; what the segment does not have is 0.</summary>
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

    /// <summary>Makes sure that there is a packet with something left in it.</summary>
    private bool NextPacket()
    {
        while (_left == 0)
        {
            if (_end - _position < 2) return false;
            int control = (sbyte)*_position++;
            _isRun = control < 0;
            // -128 is a packet of nothing.
            if (control != sbyte.MinValue) _left = control < 0 ? 1 - control : control + 1;
        }

        return true;
    }

    private void Advance(int length)
    {
        _left -= length;
        Decoded += length;
        if (!_isRun) _position += length;
        else if (_left == 0) _position++;
    }

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
