using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>Searches for bytes from a position.</summary>
internal readonly struct ByteSearch(ByteWindow window)
{
    private const int Step = 4096;

    /// <summary>The most zeros to search through: data after more of them are lost.</summary>
    private const int MaxZeros = 4 << 20;

    /// <summary>The position of the first nonzero byte before the limit; the end of the file if there is none.</summary>
    public long FindEndOfZeros(long position, long limit)
    {
        limit = Math.Min(limit, position + MaxZeros);
        while (position < limit)
        {
            ReadOnlySpan<byte> bytes = window.Get(position, (int)Math.Min(Step, limit - position));
            int index = IndexOfContent(bytes);
            if (index >= 0) return position + index;
            position += bytes.Length;
            if (bytes.Length < Step) break;
        }

        return position;
    }

    /// <summary>The position of the delimiter that ends a value of undefined length: a sequence delimiter, or that of the enclosing item.</summary>
    /// <returns>The position; the limit or the end of the file if there is none. Never before the start, which a header may put beyond the limit.</returns>
    public long FindDelimiter(long position, long limit, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> group = encoding.IsBigEndian ? [0xFF, 0xFE, 0xE0] : [0xFE, 0xFF];
        while (position < limit)
        {
            ReadOnlySpan<byte> bytes = window.Get(position, (int)Math.Min(Step, limit - position));
            for (int start = 0; start <= bytes.Length - 4;)
            {
                int index = bytes.Slice(start).IndexOf(group);
                if (index < 0 || start + index > bytes.Length - 4) break;
                start += index;
                if (encoding.ReadTag(bytes.Slice(start)).Value is StructureTags.SequenceDelimiter or StructureTags.ItemDelimiter) return position + start;
                start++;
            }

            if (bytes.Length < Step) return position + bytes.Length;
            position += bytes.Length - 3;
        }

        return Math.Max(position, limit);
    }

    private static int IndexOfContent(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) return i;
        }

        return -1;
    }
}
