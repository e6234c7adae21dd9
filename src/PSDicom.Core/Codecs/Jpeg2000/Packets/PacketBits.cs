using System;

namespace PSDicom.Codecs.Jpeg2000.Packets;

/// <summary>The bits of a packet header, highest first. The byte after 0xFF has 7 bits (T.800 B.10.1).</summary>
internal ref struct PacketBits(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position = position;
    private int _current;
    private int _left;

    /// <summary>Whether more bits were read than there are. Missing bits are 0.</summary>
    public bool IsExhausted { get; private set; }

    public int Read()
    {
        if (_left == 0) Advance();
        _left--;
        return (_current >> _left) & 1;
    }

    public int Read(int count)
    {
        int value = 0;
        for (; count > 0; count--) value = (value << 1) | Read();
        return value;
    }

    /// <summary>Ends the header. If its last byte is 0xFF, a stuffed byte follows.</summary>
    /// <returns>The position after the header.</returns>
    public int Finish()
    {
        if (_current == 0xFF) Advance();
        _left = 0;
        return _position;
    }

    private void Advance()
    {
        _left = _current == 0xFF ? 7 : 8;
        if (_position < _bytes.Length)
        {
            _current = _bytes[_position++];
        }
        else
        {
            _current = 0;
            IsExhausted = true;
        }
    }
}
