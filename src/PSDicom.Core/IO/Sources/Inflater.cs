using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Data;

namespace PSDicom.IO.Sources;

/// <summary>Inflates the data set of a deflated file: raw, as the standard requires (PS3.5 section A.5), or with a zlib header.</summary>
internal static class Inflater
{
    private const int Block = InflatedByteSource.Block;

    /// <summary>Inflates the data set at the position.</summary>
    /// <returns>The inflated bytes, with the budget that counts them.</returns>
    /// <exception cref="DicomException">It inflates to more than the limit, or cannot be inflated at all.</exception>
    public static InflatedByteSource Inflate(
        ByteSource source, long position, List<DicomWarning> warnings, CancellationToken cancellation, int limit = DicomLimits.MaxInflated)
    {
        long bytesRead = 0;
        var budget = new ReadingBudget(() => bytesRead, cancellation);
        var blocks = new List<byte[]>();
        long length = 0;
        long max = Math.Min(limit, MaxInflated(source.Length - position));
        try
        {
            using var deflated = new InflatingStream(source, position + CountHeaderBytes(source, position));
            for (int count; (count = deflated.Read(Room(blocks, length, budget), (int)(length % Block), Block - (int)(length % Block))) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                bytesRead = deflated.BytesRead;
                length += count;
                if (length > max)
                {
                    throw new DicomException(
                        DicomErrorReason.InflatesTooLarge, $"The deflated data set inflates to more than {max} bytes.", offset: position);
                }
            }

            // A truncated stream ends without an exception, after reading past its end.
            if (deflated.IsPastEnd)
                warnings.Add(new DicomWarning(DicomWarningKind.Truncated, $"The file ends within the deflated data set; everything after the first {length} inflated bytes is lost.", position));
        }
        catch (InvalidDataException exception)
        {
            if (length == 0)
            {
                throw new DicomException(
                    DicomErrorReason.InvalidDeflate, "The deflated data set is damaged: nothing can be inflated.", offset: position, innerException: exception);
            }

            warnings.Add(new DicomWarning(DicomWarningKind.DeflateDamaged, $"The deflated data set is damaged; everything after the first {length} inflated bytes is lost.", position));
        }
        finally
        {
            budget.EndReading();
        }

        return new InflatedByteSource(blocks, length, budget);
    }

    /// <summary>The block for the next bytes: a new one, if the others are full.</summary>
    private static byte[] Room(List<byte[]> blocks, long length, ReadingBudget budget)
    {
        if (length == (long)blocks.Count * Block)
        {
            budget.SpendMemory(Block);
            blocks.Add(new byte[Block]);
        }

        return blocks[blocks.Count - 1];
    }

    /// <summary>The limit of inflated bytes for a number of deflated bytes.</summary>
    public static long MaxInflated(long deflated) =>
        Math.Min(DicomLimits.MaxInflated, Math.Max(DicomLimits.MinimumInflated, deflated * DicomLimits.MaxInflatedPerByte));

    /// <summary>Inflates the first bytes at the position, as far as they are deflated.</summary>
    public static MemoryByteSource InflateStart(ByteSource source, long position, int count)
    {
        using var stream = new InflatingStream(source, position + CountHeaderBytes(source, position));
        var bytes = new byte[count];
        return new MemoryByteSource(bytes.AsMemory(0, InflateInto(stream, bytes)));
    }

    /// <summary>Inflates one frame of Deflated Image Frame Compression (PS3.5 section A.4.13).</summary>
    /// <param name="deflated">The frame.</param>
    /// <param name="destination">Receives the inflated bytes, up to its length.</param>
    /// <returns>The number of inflated bytes; less than the length of the destination if the frame is damaged or truncated.</returns>
    public static int InflateFrame(ReadOnlyMemory<byte> deflated, byte[] destination)
    {
        using var source = new MemoryByteSource(deflated);
        using var stream = new InflatingStream(source, CountHeaderBytes(source, 0));
        return InflateInto(stream, destination);
    }

    private static int InflateInto(InflatingStream stream, byte[] destination)
    {
        int length = 0;
        try
        {
            for (int count; (count = stream.Read(destination, length, destination.Length - length)) > 0;) length += count;
        }
        catch (InvalidDataException)
        {
            // The bytes before the damage are used.
        }

        return length;
    }

    /// <summary>Whether there is a zlib header (RFC 1950) before the deflated bytes.</summary>
    public static bool HasZlibHeader(ByteSource source, long position)
    {
        Span<byte> header = stackalloc byte[2];
        return source.Read(position, header) == 2 && (header[0] & 0x0F) == 8 && ((header[0] << 8) | header[1]) % 31 == 0;
    }

    private static int CountHeaderBytes(ByteSource source, long position) => HasZlibHeader(source, position) ? 2 : 0;
}
