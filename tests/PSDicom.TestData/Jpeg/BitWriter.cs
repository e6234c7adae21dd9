namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>Writes an entropy-coded segment: bits padded with ones, a 0 after each 0xFF.</summary>
internal sealed class BitWriter(List<byte> target)
{
    private int _byte;
    private int _count;

    public void Bits(int value, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            _byte = (_byte << 1) | ((value >> i) & 1);
            if (++_count == 8) Put();
        }
    }

    public void Symbol(HuffmanCode table, int symbol)
    {
        (int code, int length) = table[symbol];
        Bits(code, length);
    }

    /// <summary>The additional bits of a value: the value itself, or the ones' complement of a negative value.</summary>
    public void Magnitude(int value, int size) => Bits(value < 0 ? value - 1 : value, size);

    /// <summary>A difference: its category and additional bits.</summary>
    public void Difference(HuffmanCode table, int value)
    {
        int size = SizeOf(value);
        Symbol(table, size);
        if (size < 16) Magnitude(value, size);
    }

    public void Flush()
    {
        while (_count != 0) Bits(1, 1);
    }

    public static int SizeOf(int value)
    {
        int size = 0;
        for (int rest = Math.Abs(value); rest != 0; rest >>= 1) size++;
        return size;
    }

    private void Put()
    {
        target.Add((byte)_byte);
        if ((byte)_byte == 0xFF) target.Add(0);
        _byte = _count = 0;
    }
}
