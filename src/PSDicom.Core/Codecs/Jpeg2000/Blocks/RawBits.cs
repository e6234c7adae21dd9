using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>The bits of raw passes: highest first, 7 bits in the byte after 0xFF, ones after the end (T.800 D.6).</summary>
internal unsafe struct RawBits
{
    private readonly byte* _end;
    private byte* _next;
    private uint _current;
    private int _left;

    public RawBits(byte* bytes, int length)
    {
        _next = bytes;
        _end = bytes + length;
        _current = 0;
        _left = 0;
    }

    [MethodImpl(Compiled.AtOnce)]
    public uint Read()
    {
        if (_left == 0)
        {
            _left = _current == 0xFF ? 7 : 8;
            _current = _next < _end ? *_next++ : 0xFFu;
        }

        _left--;
        return (_current >> _left) & 1;
    }
}
