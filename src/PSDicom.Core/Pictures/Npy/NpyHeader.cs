using System;
using System.Globalization;
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
        string shape = Invariant($"{picture.Height}, {picture.Width}");
        if (frames is not null) shape = Invariant($"{frames}, {shape}");
        if (picture.SamplesPerPixel > 1) shape = Invariant($"{shape}, {picture.SamplesPerPixel}");
        string text = $"{{'descr': '{TypeOf(picture.Pixels)}', 'fortran_order': False, 'shape': ({shape}), }}";

        int start = Magic.Length + sizeof(ushort), length = (start + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        text = text.PadRight(length - start - 1) + "\n";
        return [.. Magic, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.ASCII.GetBytes(text)];
    }

    private static string TypeOf(Array samples) => Type.GetTypeCode(samples.GetType().GetElementType()) switch
    {
        TypeCode.Byte => "|u1",
        TypeCode.SByte => "|i1",
        TypeCode.UInt16 => "<u2",
        TypeCode.Int16 => "<i2",
        TypeCode.UInt32 => "<u4",
        TypeCode.Int32 => "<i4",
        TypeCode.UInt64 => "<u8",
        TypeCode.Int64 => "<i8",
        TypeCode.Single => "<f4",
        TypeCode.Double => "<f8",
        _ => throw new ArgumentException("The array is not of a sample type.", nameof(samples)),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
