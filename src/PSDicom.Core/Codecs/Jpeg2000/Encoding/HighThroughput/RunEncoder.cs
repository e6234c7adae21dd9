using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.HighThroughput;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>The adaptive run-length encoder of quads without significant neighbours (MEL, T.814 7.1.3 and 7.3.3).</summary>
/// <param name="bytes">The memory of the codes.</param>
internal unsafe struct RunEncoder(byte* bytes)
{
    private byte* _next = bytes;
    private uint _current;
    private int _left = 8;
    private int _state;
    private uint _run;

    /// <summary>The position of the next byte.</summary>
    public readonly byte* Next => _next;

    /// <summary>The bits of the next byte, the first one highest.</summary>
    public readonly uint Pending => (_current << _left) & 0xFF;

    /// <summary>The bits of the next byte that are determined: those that were written, and that of bit stuffing.</summary>
    public readonly uint PendingMask => (0xFFu << _left) & 0xFF;

    /// <summary>Encodes one symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Encode(bool isOne)
    {
        int exponent = (int)(RunDecoder.Exponents >> (4 * _state)) & 0xF;
        if (isOne) EndRun(exponent);
        else if (++_run == 1u << exponent) ContinueRun();
    }

    /// <summary>Ends the last run, as if it were whole: the rest is never decoded.</summary>
    public void Finish()
    {
        if (_run > 0) Write(1);
    }

    private void ContinueRun()
    {
        Write(1);
        _run = 0;
        if (_state < RunDecoder.LastState) _state++;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void EndRun(int exponent)
    {
        Write(0);
        while (exponent > 0) Write((_run >> --exponent) & 1);
        _run = 0;
        if (_state > 0) _state--;
    }

    /// <summary>Writes a bit. After 0xFF, a byte has 7 bits.</summary>
    private void Write(uint bit)
    {
        _current = (_current << 1) | bit;
        if (--_left > 0) return;
        *_next++ = (byte)_current;
        _left = _current == 0xFF ? 7 : 8;
        _current = 0;
    }
}
