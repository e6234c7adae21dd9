using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Extracts entropy-coded segments of a codestream, without the zero bytes that are stuffed after 0xFF (T.81 F.1.2.3).</summary>
/// <param name="codestream">The codestream.</param>
/// <param name="maxLength">The length of the longest segment.</param>
internal sealed unsafe class EntropyCodedSegments(ReadOnlyMemory<byte> codestream, int maxLength) : IDisposable
{
    private readonly PinnedBuffer _buffer = new((long)maxLength + JpegBitReader.Slack);

    /// <summary>The codestream.</summary>
    public ReadOnlyMemory<byte> Source => codestream;

    /// <summary>Advances to the next marker, or the end, as <see cref="Read"/> does.</summary>
    /// <returns>The marker.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int FindMarker(ReadOnlySpan<byte> source, ref int position)
    {
        while (true)
        {
            int plain = source.Slice(position).IndexOf((byte)0xFF);
            position = plain < 0 ? source.Length : position + plain;
            if (!TrySkipData(source, ref position, out int marker)) return marker;
        }
    }

    /// <summary>Reads up to the next marker, or the end. The position is then that of the marker's 0xFF.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public JpegBitReader Read(ref int position, out int marker)
    {
        ReadOnlySpan<byte> source = codestream.Span;
        Span<byte> target = _buffer.Span;
        int length = 0;
        marker = JpegMarker.None;
        while (position < source.Length)
        {
            ReadOnlySpan<byte> rest = source.Slice(position);
            int plain = rest.IndexOf((byte)0xFF);
            if (plain < 0) plain = rest.Length;
            rest.Slice(0, plain).CopyTo(target.Slice(length));
            length += plain;
            position += plain;

            if (!TrySkipData(source, ref position, out marker)) break;
            target[length++] = 0xFF;
        }

        target.Slice(length, JpegBitReader.Slack).Clear();
        return new JpegBitReader(_buffer.Pointer, _buffer.Pointer + length);
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>Skips 0xFF if it is data.</summary>
    /// <returns>False if it is a marker, or at the end.</returns>
    [MethodImpl(Compiled.AtOnce)]
    private static bool TrySkipData(ReadOnlySpan<byte> source, ref int position, out int marker)
    {
        // Several 0xFF before 0 are one byte of data; before a marker they are fill bytes.
        int next = position + 1;
        while (next < source.Length && source[next] == 0xFF) next++;
        bool isEnd = next >= source.Length, isData = !isEnd && source[next] == 0;
        marker = isEnd || isData ? JpegMarker.None : source[next];
        position = isEnd ? source.Length : isData ? next + 1 : next - 1;
        return isData;
    }
}
