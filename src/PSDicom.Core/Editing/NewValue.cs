using System;
using PSDicom.IO;

namespace PSDicom.Editing;

/// <summary>A new value of an element: its value representation and its bytes, padded, with numbers in little endian.</summary>
internal sealed class NewValue
{
    private readonly byte[] _bytes;

    /// <summary>Makes a value; odd bytes are padded (PS3.5 section 6.2).</summary>
    public NewValue(DicomVR vr, byte[] bytes)
    {
        VR = vr;
        _bytes = bytes;
        if (bytes.Length % 2 == 0) return;
        Array.Resize(ref _bytes, bytes.Length + 1);
        _bytes[bytes.Length] = vr.Padding;
    }

    /// <summary>The value representation.</summary>
    public DicomVR VR { get; }

    /// <summary>The length in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>The same text with blanks at its end.</summary>
    /// <param name="length">The length in bytes.</param>
    public NewValue PaddedTo(int length)
    {
        var padded = new byte[length];
        padded.AsSpan().Fill((byte)' ');
        _bytes.CopyTo(padded, 0);
        return new NewValue(VR, padded);
    }

    /// <summary>The bytes that a byte order applies to: of a number, of a word; a tag (AT) is two numbers of 16 bits.</summary>
    public static int UnitOf(DicomVR vr) => vr == DicomVR.AT ? 2 : vr.UnitSize;

    /// <summary>The bytes in a byte order; a tag (AT) is two numbers of 16 bits.</summary>
    public byte[] In(DicomEncoding encoding)
    {
        int unit = UnitOf(VR);
        if (!encoding.IsBigEndian || unit == 1 || VR == DicomVR.UN) return _bytes;
        var swapped = (byte[])_bytes.Clone();
        for (int start = 0; start + unit <= swapped.Length; start += unit) Array.Reverse(swapped, start, unit);
        return swapped;
    }
}
