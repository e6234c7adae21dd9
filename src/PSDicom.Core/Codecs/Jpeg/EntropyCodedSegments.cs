using System;

namespace PSDicom.Codecs.Jpeg;

/// <summary>Takes entropy-coded segments out of a codestream, without the 0 bytes stuffed in after 0xFF (T.81 F.1.2.3).</summary>
internal sealed unsafe class EntropyCodedSegments(ReadOnlyMemory<byte> codestream) : IDisposable
{
    private readonly PinnedBuffer _buffer = new((long)codestream.Length + BitReader.Slack);

    /// <summary>Reads from a position up to the next marker, or the end; the position is then that of the marker's 0xFF.</summary>
    public BitReader Read(ref int position, out int marker)
    {
        ReadOnlySpan<byte> source = codestream.Span;
        Span<byte> target = _buffer.Span;
        int length = 0;
        marker = Marker.None;
        while (position < source.Length)
        {
            ReadOnlySpan<byte> rest = source.Slice(position);
            int plain = rest.IndexOf((byte)0xFF);
            if (plain < 0) plain = rest.Length;
            rest.Slice(0, plain).CopyTo(target.Slice(length));
            length += plain;
            position += plain;

            // Several 0xFF before 0 are one byte of data; before a marker they fill up.
            int next = position + 1;
            while (next < source.Length && source[next] == 0xFF) next++;
            if (next >= source.Length)
            {
                position = source.Length;
            }
            else if (source[next] == 0)
            {
                target[length++] = 0xFF;
                position = next + 1;
            }
            else
            {
                marker = source[next];
                position = next - 1;
                break;
            }
        }

        target.Slice(length, BitReader.Slack).Clear();
        return new BitReader(_buffer.Pointer, _buffer.Pointer + length);
    }

    public void Dispose() => _buffer.Dispose();
}
