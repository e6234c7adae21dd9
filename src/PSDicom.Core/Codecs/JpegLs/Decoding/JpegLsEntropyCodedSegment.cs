using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.JpegLs.Decoding;

/// <summary>Finds the end of coded data: a marker, that is 0xFF and a byte with its highest bit set (ITU-T T.87 A.1).</summary>
internal static unsafe class JpegLsEntropyCodedSegment
{
    /// <summary>Finds the next marker, or the end of the frame.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static int FindEnd(byte* frame, int length, int start)
    {
        for (int position = start; position < length; position++)
        {
            int found = new ReadOnlySpan<byte>(frame + position, length - position).IndexOf((byte)0xFF);
            if (found < 0) return length;
            position += found;
            if (position + 1 < length && frame[position + 1] >= 0x80) return position;
        }

        return length;
    }

    /// <summary>Reads a restart marker.</summary>
    /// <param name="frame">The compressed frame.</param>
    /// <param name="length">Its length.</param>
    /// <param name="position">The position of a marker.</param>
    /// <param name="number">The marker's number, 0 to 7.</param>
    /// <param name="next">The position after the marker.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static bool TryReadRestart(byte* frame, int length, int position, out int number, out int next)
    {
        while (position < length && frame[position] == 0xFF) position++;
        bool isRestart = position < length && JpegLsMarker.IsRestart(frame[position]);
        number = isRestart ? frame[position] - JpegLsMarker.RST0 : 0;
        next = position + 1;
        return isRestart;
    }
}
