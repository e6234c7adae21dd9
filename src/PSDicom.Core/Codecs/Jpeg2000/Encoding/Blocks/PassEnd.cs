using System;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Blocks;

/// <summary>The state of <see cref="MqEncoder"/> after a coding pass.</summary>
/// <param name="last">The index of the last byte, which a carry can change; -1 if there is none.</param>
/// <param name="value">The value of that byte.</param>
/// <param name="top">The end of the interval (C + A).</param>
/// <param name="untilByte">The number of bits until the next byte (CT).</param>
internal readonly struct PassEnd(int last, byte value, uint top, int untilByte)
{
    /// <summary>A scale at which the weights of some more bytes are integers.</summary>
    private const int Scale = 24;

    /// <summary>
    /// Finds how many bytes decide all symbols up to here: a decoder reads ones after the last byte, and the codeword has to stay within the
    /// interval.
    /// </summary>
    /// <param name="bytes">The bytes of the whole codeword segment.</param>
    public int Length(ReadOnlySpan<byte> bytes)
    {
        long weight = 1L << (27 - untilByte + Scale), end = (long)top << Scale, code = last < 0 ? 0 : (bytes.Length > last ? bytes[last] - value : 0) * weight;
        int length = last + 1;
        while (length < bytes.Length && code + weight > end)
        {
            weight >>= length > 0 && bytes[length - 1] == 0xFF ? 7 : 8;
            code += bytes[length++] * weight;
        }

        // A segment does not end with 0xFF, which a decoder reads anyway.
        length = Math.Min(length, bytes.Length);
        return length > 0 && bytes[length - 1] == 0xFF ? length - 1 : length;
    }
}
