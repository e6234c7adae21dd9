using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Npy;

/// <summary>The header of an NPY file: the type and shape of the values, written as a Python dictionary.</summary>
internal static class NpyHeader
{
    // The values begin at a multiple of this number of bytes, for memory mapping.
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Makes the header of a frame, or of several frames with one more dimension.</summary>
    public static byte[] Make(Picture picture, int? frames)
    {
        int[] first = frames is { } count ? [count] : [];
        int[] last = picture.SamplesPerPixel > 1 ? [picture.SamplesPerPixel] : [];
        return Make(picture.SampleType, [.. first, picture.Height, picture.Width, .. last]);
    }

    /// <summary>Makes the header of an array.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="shape">The lengths of the dimensions, the slowest first; at least two.</param>
    public static byte[] Make(SampleType type, IReadOnlyList<int> shape)
    {
        string lengths = string.Join(", ", shape.Select(length => length.ToString(CultureInfo.InvariantCulture)));
        string text = $"{{'descr': '{NameOf(type)}', 'fortran_order': False, 'shape': ({lengths}), }}";

        int start = Magic.Length + sizeof(ushort), length = (start + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        text = text.PadRight(length - start - 1) + "\n";
        return [.. Magic, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    private static string NameOf(SampleType type) => type switch
    {
        SampleType.UInt8 => "|u1",
        SampleType.Int8 => "|i1",
        SampleType.UInt16 => "<u2",
        SampleType.Int16 => "<i2",
        SampleType.UInt32 => "<u4",
        SampleType.Int32 => "<i4",
        SampleType.UInt64 => "<u8",
        SampleType.Int64 => "<i8",
        SampleType.Float32 => "<f4",
        _ => "<f8",
    };
}
