using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The adaptive run-length decoder of quads without significant neighbours (MEL, T.814 7.1.3 and 7.3.3).</summary>
internal unsafe struct RunDecoder(byte* bytes, byte* end)
{
    /// <summary>The last state.</summary>
    public const int LastState = 12;

    /// <summary>The exponents of 13 states, four bits each (T.814 table 2).</summary>
    public const ulong Exponents = 0x5433_2221_1100_0;

    private byte* _next = bytes;
    private uint _current;
    private int _left;
    private int _state;

    // Twice the number of zeros left, plus 1 if a one follows them.
    private int _run;

    /// <summary>Decodes one symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        if (_run == 0) ReadRun();
        bool isZero = _run > 1;
        _run -= isZero ? 2 : 1;
        return !isZero;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void ReadRun()
    {
        int exponent = (int)(Exponents >> (4 * _state)) & 0xF;
        if (ReadBit() != 0)
        {
            _run = 2 << exponent;
            _state = _state < LastState ? _state + 1 : LastState;
            return;
        }

        for (; exponent > 0; exponent--) _run = (_run << 1) | (int)ReadBit();
        _run = (_run << 1) | 1;
        _state = _state > 0 ? _state - 1 : 0;
    }

    [MethodImpl(Compiled.AtOnce)]
    private uint ReadBit()
    {
        if (_left == 0)
        {
            _left = _current == 0xFF ? 7 : 8;
            _current = _next < end ? *_next++ : 0xFFu;
        }

        _left--;
        return (_current >> _left) & 1;
    }
}
