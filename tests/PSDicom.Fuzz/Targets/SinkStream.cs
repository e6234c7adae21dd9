namespace PSDicom.Fuzz;

/// <summary>Takes what is written, where it is written, and keeps only a hash of it: a case is not charged for its output.</summary>
internal sealed class SinkStream : Stream
{
    private FuzzHash _hash = new();
    private long _position;
    private long _length;

    public ulong Hash => _hash.Value;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _hash.Add(_position);
        _hash.Add(buffer.AsSpan(offset, count));
        _position += count;
        _length = Math.Max(_length, _position);
    }

    public override long Seek(long offset, SeekOrigin origin) => _position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => _length,
    };

    public override void SetLength(long value) => _length = value;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("What was written is not kept.");

    public override void Flush()
    {
    }
}
