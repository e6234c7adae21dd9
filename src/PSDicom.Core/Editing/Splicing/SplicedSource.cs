using System;
using System.Collections.Generic;
using PSDicom.IO.Sources;

namespace PSDicom.Editing.Splicing;

/// <summary>A source with differences whose new bytes are in memory, to be read at any position.</summary>
internal sealed class SplicedSource : ByteSource
{
    private readonly ByteSource _source;
    private readonly List<Piece> _pieces = [];

    /// <summary>Joins a source and its differences.</summary>
    /// <param name="source">The source, which is not disposed with this.</param>
    /// <param name="splice">The differences, in order.</param>
    public SplicedSource(ByteSource source, Splice splice)
    {
        _source = source;
        long from = 0;
        foreach (Replacement replacement in splice.Replacements)
        {
            Add(from, replacement.Start - from, default);
            Add(replacement.Start, replacement.Bytes.Length, replacement.Bytes);
            from = replacement.End;
        }

        Add(from, source.Length - from, default);
    }

    /// <inheritdoc/>
    public override long Length => _pieces.Count == 0 ? 0 : _pieces[_pieces.Count - 1].End;

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        int count = 0;
        foreach (Piece piece in _pieces)
        {
            if (count == destination.Length) break;
            long skipped = offset + count - piece.Start;
            if (skipped >= piece.Length) continue;
            Span<byte> part = destination.Slice(count, (int)Math.Min(piece.Length - skipped, destination.Length - count));
            int read = part.Length;
            if (piece.Bytes.IsEmpty) read = _source.Read(piece.From + skipped, part);
            else piece.Bytes.Span.Slice((int)skipped, read).CopyTo(part);
            count += read;
            if (read < part.Length) break;
        }

        return count;
    }

    private void Add(long from, long length, ReadOnlyMemory<byte> bytes)
    {
        if (length > 0) _pieces.Add(new Piece(Length, length, from, bytes));
    }

    /// <summary>A range of bytes.</summary>
    /// <param name="Start">Its place here.</param>
    /// <param name="Length">Its length.</param>
    /// <param name="From">Its place in the source.</param>
    /// <param name="Bytes">The new bytes; empty for those of the source.</param>
    private readonly record struct Piece(long Start, long Length, long From, ReadOnlyMemory<byte> Bytes)
    {
        public long End => Start + Length;
    }
}
