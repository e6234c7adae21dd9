using System;
using System.Buffers.Binary;
using System.Threading;
using PSDicom.Codecs.Deflate;
using PSDicom.IO.Sources;

namespace PSDicom.Editing.Splicing;

/// <summary>Finds where a deflated data set ends: what follows in the file is not part of it.</summary>
internal static class DeflatedRange
{
    private const int ZlibHeader = 2;
    private const int Piece = 64 * 1024;

    /// <summary>More than the framework's inflater reads at once.</summary>
    private const int ReadAhead = 64 * 1024;

    /// <summary>The position after the deflated bytes, and after the checksum of a zlib stream or the byte that pads a stream at the end of the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">The position of the data set, which can be inflated without damage.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static long EndOf(ByteSource source, long start, CancellationToken cancellation)
    {
        bool isZlib = Inflater.HasZlibHeader(source, start);
        long first = isZlib ? start + ZlibHeader : start;

        // The inflater reads further than it needs. Once it is known how far, it gets the last bytes one by one.
        long read = CountRead(source, first, long.MaxValue, out _, cancellation);
        long end = first + CountRead(source, first, first + Math.Max(0, read - ReadAhead), out uint adler, cancellation);
        if (isZlib && HasChecksum(source, end, adler)) end += sizeof(uint);
        return end + 1 == source.Length && IsZero(source, end) ? end + 1 : end;
    }

    private static long CountRead(ByteSource source, long first, long singleFrom, out uint adler, CancellationToken cancellation)
    {
        using var stream = new InflatingStream(source, first, singleFrom);
        var piece = new byte[Piece];
        adler = Adler32.Initial;
        for (int count; (count = stream.Read(piece, 0, piece.Length)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            adler = Adler32.Add(adler, piece.AsSpan(0, count));
        }

        return stream.BytesRead;
    }

    private static bool HasChecksum(ByteSource source, long position, uint adler)
    {
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        return source.Read(position, checksum) == checksum.Length && BinaryPrimitives.ReadUInt32BigEndian(checksum) == adler;
    }

    private static bool IsZero(ByteSource source, long position)
    {
        Span<byte> last = stackalloc byte[1];
        return source.Read(position, last) == 1 && last[0] == 0;
    }
}
