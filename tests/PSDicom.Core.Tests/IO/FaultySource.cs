using PSDicom.IO.Sources;

namespace PSDicom.Core.Tests.IO;

/// <summary>The faults of a <see cref="FaultySource"/>.</summary>
public enum Fault
{
    /// <summary>The call fails, as on a lost share; the next one does not.</summary>
    Fails,

    /// <summary>From this call on, all fail.</summary>
    IsGone,

    /// <summary>The call gives fewer bytes than there are.</summary>
    ReadsShort,

    /// <summary>From this call on, there are fewer bytes.</summary>
    Shrinks,

    /// <summary>The same, but the reported length stays.</summary>
    ShrinksUnnoticed,

    /// <summary>The call takes so long that the user cancels meanwhile.</summary>
    Stalls,
}

/// <summary>A source whose n-th call for bytes or length fails.</summary>
internal sealed class FaultySource(byte[] bytes, Fault fault, int at, CancellationTokenSource cancellation) : ByteSource
{
    private readonly MemoryByteSource _source = new(bytes);
    private long _length = bytes.Length;

    public int Calls { get; private set; }

    public bool IsDisposed { get; private set; }

    public override long Length
    {
        get
        {
            Call(0, 0);
            return fault == Fault.ShrinksUnnoticed ? bytes.Length : _length;
        }
    }

    public override long KnownLength => fault == Fault.ShrinksUnnoticed ? bytes.Length : _length;

    public override int Read(long offset, Span<byte> destination)
    {
        bool isNow = Call(offset, destination.Length);
        long count = Math.Max(0, Math.Min(destination.Length, _length - offset));

        // Odd, and so never where an element ends.
        if (isNow && fault == Fault.ReadsShort && count > 1) count = (count / 2) | 1;
        return _source.Read(offset, destination[..(int)count]);
    }

    public override void Dispose()
    {
        IsDisposed = true;
        _source.Dispose();
        base.Dispose();
    }

    private bool Call(long offset, int length)
    {
        Assert.False(IsDisposed);
        Calls++;
        if (Calls == at && fault is Fault.Shrinks or Fault.ShrinksUnnoticed) _length = Math.Min(_length, (offset + (length / 2)) | 1);
        if (Calls == at && fault == Fault.Stalls) cancellation.Cancel();
        if (Calls == at && fault == Fault.Fails || Calls >= at && fault == Fault.IsGone) throw new IOException("The share is gone.");
        return Calls == at;
    }
}
