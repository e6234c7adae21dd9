using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>The arithmetic encoder of the standard (T.800 C.2).</summary>
internal sealed class MqEncoder
{
    private readonly ulong[] _contexts = new ulong[MqDecoder.ContextCount];
    private readonly List<byte> _bytes = [];
    private uint _interval = 0x8000;
    private uint _code;
    private int _count = 12;
    private int _last = -1;

    public MqEncoder() => ResetContexts();

    public void ResetContexts() => MqStates.Reset(_contexts);

    public void Encode(int context, int symbol)
    {
        ulong state = _contexts[context];
        uint probability = (uint)(state >> 40) & 0xFFFF;
        bool isLess = symbol != (int)(state & 1);
        _interval -= probability;
        if (isLess != _interval < probability) _interval = probability;
        else _code += probability;
        if (!isLess && (_interval & 0x8000) != 0) return;
        _contexts[context] = MqStates.Next(state, isLess ? -1 : 0);
        do
        {
            _interval <<= 1;
            _code <<= 1;
            if (--_count == 0) ByteOut();
        }
        while ((_interval & 0x8000) == 0);
    }

    /// <summary>Ends a codeword segment and begins another; contexts stay.</summary>
    public byte[] Flush()
    {
        uint most = _code + _interval;
        _code |= 0xFFFF;
        if (_code >= most) _code -= 0x8000;
        _code <<= _count;
        ByteOut();
        _code <<= _count;
        ByteOut();
        if (_last >= 0 && _last != 0xFF) _bytes.Add((byte)_last);
        byte[] segment = [.. _bytes];
        _bytes.Clear();
        (_interval, _code, _count, _last) = (0x8000, 0, 12, -1);
        return segment;
    }

    private void ByteOut()
    {
        if (_last == 0xFF)
        {
            Put(20, 7);
        }
        else if (_code < 0x800_0000)
        {
            Put(19, 8);
        }
        else
        {
            _last++;
            _code &= 0x7FF_FFFF;
            if (_last == 0xFF) Put(20, 7);
            else Put(19, 8);
        }
    }

    private void Put(int shift, int count)
    {
        if (_last >= 0) _bytes.Add((byte)_last);
        _last = (int)(_code >> shift) & 0xFF;
        _code &= (1u << shift) - 1;
        _count = count;
    }
}
