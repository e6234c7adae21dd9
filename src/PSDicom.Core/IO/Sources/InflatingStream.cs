using System;
using System.IO;
using System.IO.Compression;
using System.Runtime.ExceptionServices;

namespace PSDicom.IO.Sources;

/// <summary>
/// Inflates the bytes of a source from a position. Damage is an <see cref="InvalidDataException"/>, and an exception of the source is thrown
/// unchanged: Mono's DeflateStream throws an <see cref="IOException"/> for the former, and takes the latter for the end.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="position">The position of the first byte.</param>
/// <param name="singleFrom">The position from which no byte is read that is not needed.</param>
internal sealed class InflatingStream(ByteSource source, long position, long singleFrom = long.MaxValue) : IDisposable
{
    private readonly DeflateStream _inflater = new(new ByteSourceStream(source, position, singleFrom), CompressionMode.Decompress);

    /// <inheritdoc cref="ByteSourceStream.IsPastEnd"/>
    public bool IsPastEnd => ((ByteSourceStream)_inflater.BaseStream).IsPastEnd;

    /// <inheritdoc cref="ByteSourceStream.BytesRead"/>
    public long BytesRead => ((ByteSourceStream)_inflater.BaseStream).BytesRead;

    public int Read(byte[] target, int offset, int count)
    {
        var deflated = (ByteSourceStream)_inflater.BaseStream;
        try
        {
            int read = _inflater.Read(target, offset, count);
            if (deflated.Fault is null) return read;
        }
        catch (IOException exception) when (deflated.Fault is null)
        {
            throw new InvalidDataException(exception.Message, exception);
        }

        ExceptionDispatchInfo.Capture(deflated.Fault).Throw();
        return 0;
    }

    public void Dispose() => _inflater.Dispose();
}
