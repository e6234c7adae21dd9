namespace PSDicom.Codecs.Jpeg2000.Encoding.Packets;

/// <summary>Writes the bits of a packet header, highest first. The byte after 0xFF has 7 bits (T.800 B.10.1).</summary>
internal sealed class HeaderBits(CodestreamWriter target)
{
    private int _current;
    private int _left = 8;

    public void Write(int bit)
    {
        _left--;
        _current |= bit << _left;
        if (_left == 0) Advance();
    }

    public void Write(int value, int count)
    {
        for (int i = count - 1; i >= 0; i--) Write((value >> i) & 1);
    }

    /// <summary>Ends the header. It does not end with 0xFF: a stuffed byte follows.</summary>
    public void Finish()
    {
        if (_left < 8) Advance();
        if (_left == 7) Advance();
    }

    private void Advance()
    {
        target.WriteByte((byte)_current);
        _left = _current == 0xFF ? 7 : 8;
        _current = 0;
    }
}
