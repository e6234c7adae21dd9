using System.IO;

namespace PSDicom.Images.Gif;

/// <summary>Bytes in pieces of at most 255, each after its length (GIF89a section 15).</summary>
internal sealed class SubBlocks
{
    private const int MaximumLength = 255;

    private readonly byte[] _block = new byte[1 + MaximumLength];
    private int _length;

    public void Add(byte value, Stream stream)
    {
        _block[++_length] = value;
        if (_length == MaximumLength) Flush(stream);
    }

    /// <summary>Writes what is left, and the block without a byte that ends them.</summary>
    public void Finish(Stream stream)
    {
        if (_length > 0) Flush(stream);
        stream.WriteByte(0);
    }

    private void Flush(Stream stream)
    {
        _block[0] = (byte)_length;
        stream.Write(_block, 0, 1 + _length);
        _length = 0;
    }
}
