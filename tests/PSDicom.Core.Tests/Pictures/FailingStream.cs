namespace PSDicom.Core.Tests.Pictures;

/// <summary>A stream like that of a disk that is full after so many bytes.</summary>
internal sealed class FailingStream(int room) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Take(count);
        base.Write(buffer, offset, count);
    }

    public override void WriteByte(byte value)
    {
        Take(1);
        base.WriteByte(value);
    }

    private void Take(int count)
    {
        if (Length + count > room) throw new IOException("The disk is full.");
    }
}
